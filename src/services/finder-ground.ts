import type { PackRow } from '#device/device-db.ts';
import { watchPacks } from '#device/watch-packs.ts';
import type { Finder } from '#search/finder.ts';
import { type PackChoice, packWith, partOf } from './pack-choice.ts';

/** Gives a register's finder the paths of the best pack on this phone, and others when those change. */
export function finderGround(finder: Finder, choice: PackChoice) {
  let given: PackRow | undefined;
  let isOver = false;
  let looks = 0;
  let stop = () => {};

  const give = (pack: PackRow | undefined): Promise<void> => {
    given = pack;
    return finder.learnGround(pack && partOf(pack, 'graph'));
  };
  const look = async (): Promise<void> => {
    const mine = ++looks;
    const pack = await packWith('graph', choice);
    // What a slower look saw may be gone, and a closed register's finder is told nothing more.
    if (isOver || mine !== looks) return;
    if (pack?.id !== given?.id) await give(pack);
  };
  const deaf = finder.onLost(() => give(given));

  return {
    /** Resolves when distances go by the paths there are. */
    begin: async (): Promise<void> => {
      await look();
      if (isOver) return;
      // A look that fails says no more than that the register was closed meanwhile.
      stop = watchPacks(choice.device, () => void look().catch(() => {}));
    },
    stop: (): void => {
      isOver = true;
      stop();
      deaf();
    },
  };
}
