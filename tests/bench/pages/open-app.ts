import { compose } from '#app/compose.ts';
import { installTrustedTypes } from '#app/trusted-types.ts';
import type { Opened } from '#services/create-services.ts';

/** The app without its screens, exactly as app/ puts it together; starts a register if need be. */
export async function openApp(): Promise<Opened> {
  installTrustedTypes();
  const composition = compose();
  await composition.begin();
  if (composition.read().state === 'none')
    await composition.starter.start({ name: 'Pill', yourName: 'Bench' });
  const shown = composition.read();
  if (shown.state !== 'open') throw new Error(`the register is ${shown.state}`);
  return shown.opened;
}

/** Resolves when the finder has taken in all that moved: nothing of ours runs in the background. */
export async function untilQuiet({ services }: Opened): Promise<void> {
  await services.finder.find({ limit: 1 });
  await new Promise((resolve) => setTimeout(resolve, 2));
  await services.finder.find({ limit: 1 });
}
