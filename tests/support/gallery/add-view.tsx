import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { ChipButton, ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Check, LocateFixed, MapPin, MapPinOff, Pencil } from '#ui/icons.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { type MarkKind, markKinds } from '#ui/kind-shapes.ts';
import { ActionBar, Page } from '#ui/page.tsx';
import { RadioTiles } from '#ui/radio-tiles.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TopBar } from '#ui/top-bar.tsx';

const levels = ['device', 'team', 'members', 'public'] as const;

export function AddView() {
  const t = useWords('common');
  const kinds = useWords('kinds');
  const [kind, setKind] = useState<MarkKind>('places');
  const [name, setName] = useState('Chatty bench by the canal');
  const [level, setLevel] = useState<(typeof levels)[number]>('public');
  return (
    <Page>
      <TopBar title="What have you found?" onClose={() => history.back()} />
      <RadioTiles
        legend="Kind"
        hideLegend
        value={kind}
        onChoose={setKind}
        choices={markKinds.map((value) => ({
          value,
          label: kinds.find(value) ?? value,
          picture: <KindMark kind={value} />,
        }))}
      />
      <TextField label="Name" value={name} onText={setName} />
      <Select label="Type" hint="We guessed this from the name.">
        <optgroup label="Places">
          <option>Bench, shelter, picnic table</option>
          <option>Park, green, common</option>
        </optgroup>
      </Select>
      <FormGroup legend="Where">
        <ChipStrip>
          <ChipButton icon={LocateFixed} chosen>
            Use my location, 8 metres
          </ChipButton>
          <ChipButton icon={Pencil}>Type an address</ChipButton>
          <ChipButton icon={MapPin}>Place on the map</ChipButton>
          <ChipButton icon={MapPinOff}>Nowhere yet</ChipButton>
        </ChipStrip>
      </FormGroup>
      <RadioTiles
        legend={t('share.question')}
        value={level}
        onChoose={setLevel}
        columns={2}
        choices={levels.map((value) => ({
          value,
          label: t(`share.${value}`),
          shutBecause: value === 'team' ? 'No team yet' : undefined,
        }))}
      />
      <ActionBar note={t('state.kept')}>
        <Button look="filled" icon={Check}>
          {t('do.save')}
        </Button>
      </ActionBar>
    </Page>
  );
}
