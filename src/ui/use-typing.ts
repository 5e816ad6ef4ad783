import { type RefObject, useEffect } from 'react';

const notTyped = ['radio', 'checkbox', 'file', 'range', 'button', 'submit'];

const isTyped = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !notTyped.includes(element.type));

/**
 * Says by `data-typing` that words are being typed inside, so that a style can give way to the
 * keyboard. It says so until a press has ended: what came back under the pointer in the middle of
 * one would take the click away from the button that was meant.
 */
export function useTyping(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = area.current;
    if (!main) return undefined;
    let isPressed = false;
    const look = () => {
      const { activeElement } = document;
      const isInside = main.contains(activeElement);
      if (!isPressed) main.toggleAttribute('data-typing', isInside && isTyped(activeElement));
    };
    const press = () => {
      isPressed = true;
    };
    const release = () => {
      isPressed = false;
      requestAnimationFrame(look);
    };
    const listeners = { focusin: look, focusout: look, pointerdown: press };
    const all = Object.entries({ ...listeners, pointerup: release, pointercancel: release });
    for (const [name, listener] of all) addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of all) removeEventListener(name, listener, true);
    };
  }, [area]);
}
