export type MapTheme = 'light' | 'dark' | 'sun';

/** The ground a neighbourhood stands on, in few colours: paper first, the marks speak. */
export interface Palette {
  /** Beyond the pack. */
  readonly beyond: string;
  readonly land: string;
  readonly park: string;
  readonly wood: string;
  readonly sand: string;
  readonly yard: string;
  readonly water: string;
  readonly house: string;
  readonly path: string;
  readonly road: string;
  readonly roadEdge: string;
  readonly mainRoad: string;
  readonly mainRoadEdge: string;
  readonly rail: string;
  readonly label: string;
  readonly mainLabel: string;
  readonly waterLabel: string;
  readonly halo: string;
}

export const palettes: Readonly<Record<MapTheme, Palette>> = {
  light: {
    beyond: '#fbf7ef',
    land: '#f3ecdf',
    park: '#d8e4c8',
    wood: '#cbdbb8',
    sand: '#efe3c4',
    yard: '#ece4d5',
    water: '#b5d5db',
    house: '#e2d8c5',
    path: '#fbf7ef',
    road: '#ffffff',
    roadEdge: '#d8cebb',
    mainRoad: '#fdf3d6',
    mainRoadEdge: '#cdbb92',
    rail: '#a89f8d',
    label: '#46524f',
    mainLabel: '#2c3a38',
    waterLabel: '#1f5561',
    halo: '#fbf7ef',
  },
  dark: {
    beyond: '#12201f',
    land: '#192a28',
    park: '#1e3a2b',
    wood: '#1b3526',
    sand: '#3a3722',
    yard: '#1f312e',
    water: '#0d3542',
    house: '#253835',
    path: '#3a4e49',
    road: '#40554f',
    roadEdge: '#14211f',
    mainRoad: '#5a6a52',
    mainRoadEdge: '#14211f',
    rail: '#5d6f6a',
    label: '#c9d4d0',
    mainLabel: '#f3eee3',
    waterLabel: '#9fd3df',
    halo: '#12201f',
  },
  sun: {
    beyond: '#ffffff',
    land: '#ffffff',
    park: '#cdeebd',
    wood: '#b4e0a0',
    sand: '#fdeeb8',
    yard: '#f4f4f4',
    water: '#8fd3ee',
    house: '#d5d5d5',
    path: '#8a8a8a',
    road: '#ffffff',
    roadEdge: '#6b6b6b',
    mainRoad: '#ffe48a',
    mainRoadEdge: '#4a4a4a',
    rail: '#3a3a3a',
    label: '#000000',
    mainLabel: '#000000',
    waterLabel: '#00303c',
    halo: '#ffffff',
  },
};
