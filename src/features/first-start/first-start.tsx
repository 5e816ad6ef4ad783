import { useHistoryState } from 'wouter/use-browser-location';
import { AroundNotice } from './around-notice.tsx';
import { wordsIn } from './new-register.ts';
import { StartForm } from './start-form.tsx';
import { TakenOffNotice } from './taken-off-notice.tsx';
import { useSurroundings } from './use-surroundings.ts';
import { Welcome } from './welcome.tsx';

/** The first page on a phone: what this is, and the two ways in. */
export function FirstStart() {
  const typed = wordsIn(useHistoryState<unknown>());
  const around = useSurroundings();
  const told = <TakenOffNotice />;
  const notice = <AroundNotice around={around} />;
  if (!typed) return <Welcome told={told} notice={notice} />;
  const all = (
    <>
      {told}
      {notice}
    </>
  );
  return <StartForm typed={typed} notice={all} />;
}
