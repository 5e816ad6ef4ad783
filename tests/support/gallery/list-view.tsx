import { useState } from 'react';
import { CheckChip } from '#ui/check-chip.tsx';
import { ChipStrip } from '#ui/chip.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import {
  Handshake,
  Landmark,
  MessageCircle,
  Smile,
  Trees,
  UserRoundPlus,
  Users,
} from '#ui/icons.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import type { MarkKind } from '#ui/kind-shapes.ts';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { StateLine } from '#ui/state-line.tsx';
import { TopBar } from '#ui/top-bar.tsx';

const filters = [
  ['People', Smile],
  ['Groups', Users],
  ['Organisations', Landmark],
  ['Places', Trees],
  ['Sharing & trade', Handshake],
  ['Stories', MessageCircle],
] as const;

interface Sample {
  readonly kind: MarkKind;
  readonly icon: string;
  readonly title: string;
  readonly note: string;
  readonly aside: string;
  readonly asideNote: string;
  readonly confirmed?: boolean;
}

const samples: readonly Sample[] = [
  {
    kind: 'places',
    icon: 'Trees',
    title: 'Courtybella Gardens',
    note: 'Park · open now',
    aside: '4 min',
    asideNote: 'NE',
  },
  {
    kind: 'people',
    icon: 'Wrench',
    title: 'Someone on Temple Street',
    note: '“I can fix most bikes” · ask Rukhsana',
    aside: '6 min',
    asideNote: 'area',
  },
  {
    kind: 'groups',
    icon: 'Coffee',
    title: 'Tuesday knitters',
    note: 'Meets today 10:00 · just turn up',
    aside: '7 min',
    asideNote: 'S',
    confirmed: false,
  },
  {
    kind: 'exchange',
    icon: 'ShoppingBasket',
    title: 'Pill Mini Market',
    note: 'Noticeboard · safe haven',
    aside: '8 min',
    asideNote: 'E',
  },
  {
    kind: 'stories',
    icon: 'nowhere',
    title: 'When the docks sang',
    note: 'Memory · told by three',
    aside: '9 min',
    asideNote: 'S',
  },
  {
    kind: 'organisations',
    icon: 'Library',
    title: 'Pill Library',
    note: 'Library · open until 17:00',
    aside: '12 min',
    asideNote: 'W',
  },
];

export function ListView() {
  const [text, setText] = useState('');
  const [on, setOn] = useState<readonly string[]>(['Groups']);
  const toggle = (label: string, checked: boolean) =>
    setOn(checked ? [...on, label] : on.filter((one) => one !== label));
  return (
    <>
      <TopBar
        title="Pillgwenlly"
        subtitle={
          <StateLine label="Sharing" waiting words="Saved on this phone · 3 waiting to share" />
        }
        actions={<IconButton icon={UserRoundPlus} label="Invite someone" />}
      />
      <Stack gap="near">
        <SearchField
          label="Search"
          placeholder="Search gifts, groups, places"
          value={text}
          onText={setText}
        />
        <ChipStrip scroll role="group" aria-label="Show only">
          {filters.map(([label, icon]) => (
            <CheckChip
              key={label}
              label={label}
              icon={icon}
              checked={on.includes(label)}
              onCheck={(checked) => toggle(label, checked)}
            />
          ))}
        </ChipStrip>
        <List aria-label="Assets">
          {samples.map(({ kind, icon, ...row }) => (
            <li key={row.title}>
              <Row mark={<KindMark kind={kind} icon={icon} />} href={`#${kind}`} {...row} />
            </li>
          ))}
        </List>
      </Stack>
    </>
  );
}
