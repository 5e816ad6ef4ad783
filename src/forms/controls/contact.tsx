import { contactSchema } from '#domain/place/contact.ts';
import { useWords } from '#i18n/use-words.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { completeWebAddress } from '../typed-values.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import { ContactEmails, ContactPhones } from './contact-rows.tsx';
import { ContactSocial } from './contact-social.tsx';
import styles from './controls.module.css';

const ways = contactSchema.entries.preferred.wrapped.options;

export function ContactParts(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const parts = useParts(props);
  const website = parts.text('website');
  return (
    <FormGroup
      id={props.id}
      legend={props.label}
      hideLegend
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
    >
      <div className={styles['parts']}>
        <TextField
          label={t('contact.roleName')}
          hint={t('contact.roleHint')}
          {...parts.text('roleName')}
        />
        <ContactPhones {...parts.under('phones')} />
        <ContactEmails {...parts.under('emails')} />
        <TextField
          label={t('contact.website')}
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          {...website}
          onBlur={() => website.onText(completeWebAddress(website.value))}
        />
        <ContactSocial {...parts.under('social')} />
        <Select
          label={t('contact.preferred')}
          {...parts.at('preferred')}
          value={asText(parts.object['preferred'])}
          onChoose={(way) => parts.set('preferred', textOrNothing(way))}
        >
          <option value="">{t('form.notSaid')}</option>
          {ways.map((way) => (
            <option key={way} value={way}>
              {t(`contact.ways.${way}`)}
            </option>
          ))}
        </Select>
        <CheckRow
          {...{ id: `${props.id}.published` }}
          label={t('contact.published')}
          checked={parts.object['published'] === true}
          onCheck={(on) => parts.set('published', on ? true : undefined)}
        />
        {parts.object['published'] === true && (
          <TextField label={t('contact.publishedWhere')} {...parts.text('publishedWhere')} />
        )}
      </div>
    </FormGroup>
  );
}
