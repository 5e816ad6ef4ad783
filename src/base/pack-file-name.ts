/** What a map pack's file may be called so that a hub hands it out and the app asks for it. */
export const packFileName: RegExp = /^\w[\w.-]{0,99}\.pmtiles$/;
