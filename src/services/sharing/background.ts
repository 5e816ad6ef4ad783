/** Work that nobody waits for. */
export interface Background {
  run(work: () => Promise<unknown>): void;
  /** From here on what fails is no failure: the register is closed under it. */
  end(): void;
}

export function background(): Background {
  let isOver = false;
  return {
    run: (work) => {
      if (isOver) return;
      work().catch((error: unknown) => {
        if (!isOver) throw error;
      });
    },
    end: () => {
      isOver = true;
    },
  };
}
