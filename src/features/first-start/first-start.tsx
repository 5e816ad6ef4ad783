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
  const notice = (
    <>
      <TakenOffNotice />
      <AroundNotice around={around} />
    </>
  );
  return typed ? <StartForm typed={typed} notice={notice} /> : <Welcome notice={notice} />;
}
