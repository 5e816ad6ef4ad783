import { isAssetKind, kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { findType } from '#domain/taxonomy/types.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { NewsLine } from '#services/use-news.ts';
import { BookOpen, UserRoundPlus } from '#ui/icons.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { Row } from '#ui/row.tsx';
import { cardOf } from './card-of.ts';

function Mark({ line: { row, type } }: { readonly line: NewsLine }) {
  if (type === 'member') return <UserRoundPlus aria-hidden size={26} />;
  if (type === 'register') return <BookOpen aria-hidden size={26} />;
  const kind = isAssetKind(row?.kind) ? row.kind : (kindOfRecordType(type) ?? 'places');
  const icon = row?.assetType === undefined ? undefined : findType(row.assetType)?.icon;
  return <KindMark kind={kind} icon={icon} />;
}

/** What happened to a thing, by its kinds of fact, never by what they say. */
function useNewsWords(): (line: NewsLine) => string {
  const t = useWords('todo');
  const formats = useFormats();
  const words = useFieldWords('');
  const ofType = useWords('fields');
  const label = (type: string, field: string) =>
    ofType.find(`of.${type}.${field}.label`) ??
    t.find(`news.fields.${field}`) ??
    words.label(field);
  const said = ({ type, fields }: NewsLine) => {
    const changed = fields.filter((field) => !field.startsWith('@'));
    return [
      changed.length > 0 &&
        t('news.changed', { fields: formats.list(changed.map((field) => label(type, field))) }),
      fields.includes('@confirmed') && t('news.confirmed'),
      fields.includes('@tied') && t('news.tied'),
    ].filter((each) => each !== false);
  };
  return (line) => {
    if (line.what !== 'changed') {
      return t(line.type === 'member' ? `news.member.${line.what}` : `news.${line.what}`);
    }
    const all = said(line);
    return all.length > 0 ? all.join(' · ') : t('news.something');
  };
}

export function NewsRow({ line }: { readonly line: NewsLine }) {
  const t = useWords('todo');
  const formats = useFormats();
  const tell = useNewsWords();
  const { row, name, type, at } = line;
  return (
    <Row
      mark={<Mark line={line} />}
      title={name ?? t('news.nameless')}
      note={`${tell(line)} · ${formats.age(at)}`}
      confirmed={row?.status !== 'unconfirmed'}
      {...(type === 'member' ? {} : { href: cardOf(line) })}
    />
  );
}
