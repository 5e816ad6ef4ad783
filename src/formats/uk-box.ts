/** The United Kingdom, generously: longitude −8.7…1.8, latitude 49.8…60.9. */
export const isInUk = (lon: number, lat: number): boolean =>
  lon >= -8.7 && lon <= 1.8 && lat >= 49.8 && lat <= 60.9;
