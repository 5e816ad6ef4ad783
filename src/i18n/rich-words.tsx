import type { ReactNode } from 'react';

type Parts = Readonly<Record<string, (inner: string) => ReactNode>>;

const tagged = /<([a-z]+)>(.*?)<\/\1>/g;

/**
 * A sentence with parts of it marked up: `Pill Library, <b>7 minutes</b>` with
 * `parts={{ b: (s) => <strong>{s}</strong> }}`. Tags without a part are shown as plain words.
 */
export function RichWords({ text, parts }: { readonly text: string; readonly parts: Parts }) {
  const nodes: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(tagged)) {
    const [whole, tag = '', inner = ''] = match;
    nodes.push(
      text.slice(from, match.index),
      <Part key={match.index} part={parts[tag]} inner={inner} />,
    );
    from = match.index + whole.length;
  }
  return <>{[...nodes, text.slice(from)]}</>;
}

function Part({
  part,
  inner,
}: {
  readonly part: Parts[string] | undefined;
  readonly inner: string;
}) {
  return <>{part ? part(inner) : inner}</>;
}
