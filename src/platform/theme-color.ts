/** Colours the browser's own bars like the app's theme. */
export function showThemeColor(page: Document, color: string): void {
  for (const meta of page.querySelectorAll('meta[name="theme-color"]')) meta.remove();
  const meta = page.createElement('meta');
  meta.name = 'theme-color';
  meta.content = color;
  page.head.append(meta);
}
