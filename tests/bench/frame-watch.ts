/** What a page knows of the frames it drew with WebGL. */
export interface FrameWatch {
  /** ms since the page began, one for each frame. */
  readonly times: number[];
  /** Called at the end of a frame, while what was drawn can still be read. */
  after?: (pen: WebGL2RenderingContext) => void;
}

/**
 * Runs in a page before anything else does: a map clears its canvas once or more for each frame it
 * draws, and never otherwise. Nothing in here has a name: tsx would add a call to it.
 */
export const watchFrames = (): void => {
  const { prototype } = WebGL2RenderingContext;
  const { clear } = prototype;
  const held: { watch: FrameWatch; last: unknown } = { watch: { times: [] }, last: -1 };
  Object.assign(globalThis, { frameWatch: held.watch });
  prototype.clear = function (this: WebGL2RenderingContext, mask) {
    clear.call(this, mask);
    const frame = document.timeline.currentTime;
    if (frame === held.last) return;
    held.last = frame;
    held.watch.times.push(performance.now());
    queueMicrotask(() => held.watch.after?.(this));
  };
};

export const frameWatch = (): FrameWatch =>
  (globalThis as unknown as { frameWatch: FrameWatch }).frameWatch;
