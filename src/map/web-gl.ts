/** Whether this browser can draw the map at all. Old phones and locked-down machines can't. */
export function canDrawMaps(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers keep few contexts alive: this one must not cost the map its own.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
