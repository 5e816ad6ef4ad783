import { isJsonObject } from '#base/json.ts';
import type { Geometry, Position } from '#domain/place/location.ts';
import { lineLength, pointAlong, pointInside, ringSize } from './geojson-label-point.ts';

export interface Shape {
  readonly geometry: Geometry;
  /** Where its mark stands, for all that is more than a point. */
  readonly labelPoint?: Position;
  /** Too many corners or parts to keep: only the point is left. */
  readonly outlineLeftOut?: true;
}

export type GeometryRead =
  | { readonly shape: Shape }
  /** No place in the file, or one that is not on this earth, or no shape at all. */
  | { readonly shape?: never; readonly why: 'none' | 'out-of-range' | 'unreadable' }
  | { readonly shape?: never; readonly why: 'other-shape'; readonly name: string };

/** A record travels as one sealed note of 128 KB: an outline may fill a part of it. */
const cornersMost = 1000;
const partsMost = 50;

interface Reading {
  /** The file has latitude before longitude. */
  readonly swapped: boolean;
  /** Set where a position was read that is not on this earth. */
  isOutOfRange: boolean;
}

const number = (value: unknown): number => {
  if (typeof value === 'number') return value;
  const isWritten = typeof value === 'string' && /^\s*-?\d{1,8}(\.\d{1,15})?\s*$/.test(value);
  return isWritten ? Number(value) : Number.NaN;
};

/** Eleven centimetres: finer would only be noise. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const roundedPoint = ([lon, lat]: Position): Position => [rounded(lon), rounded(lat)];

/** Every member read, or nothing: half a shape would be another shape. */
function every<T>(value: unknown, read: (member: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const members: T[] = [];
  for (const each of value) {
    const member = read(each);
    if (member === undefined) return undefined;
    members.push(member);
  }
  return members;
}

function position(value: unknown, how: Reading): Position | undefined {
  if (!Array.isArray(value)) return undefined;
  const [first, second] = [number(value[0]), number(value[1])];
  if (!Number.isFinite(first) || !Number.isFinite(second)) return undefined;
  const [lon, lat] = how.swapped ? [second, first] : [first, second];
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return roundedPoint([lon, lat]);
  how.isOutOfRange = true;
  return undefined;
}

const points = (value: unknown, how: Reading) => every(value, (each) => position(each, how));

function line(value: unknown, how: Reading): Position[] | undefined {
  const read = points(value, how);
  return read && read.length >= 2 ? read : undefined;
}

/** An outline that was left open is closed: what is meant is clear. */
function ring(value: unknown, how: Reading): Position[] | undefined {
  const read = points(value, how) ?? [];
  const [first, last] = [read[0], read.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) read.push(first);
  return read.length >= 4 ? read : undefined;
}

const area = (value: unknown, how: Reading) => every(value, (each) => ring(each, how));

const largest = <T>(parts: readonly T[], size: (part: T) => number): T | undefined =>
  parts.reduce<T | undefined>(
    (best, next) => (best === undefined || size(next) > size(best) ? next : best),
    undefined,
  );

const pointShape = (coordinates: Position): Shape => ({ geometry: { type: 'Point', coordinates } });
const onlyPoint = (point: Position): Shape => ({ ...pointShape(point), outlineLeftOut: true });

function lineShape(line: Position[]): Shape {
  const labelPoint = roundedPoint(pointAlong(line));
  if (line.length > cornersMost) return onlyPoint(labelPoint);
  return { geometry: { type: 'LineString', coordinates: line }, labelPoint };
}

function areaShape(rings: Position[][]): Shape | undefined {
  const inside = pointInside(rings);
  if (!inside) return undefined;
  const labelPoint = roundedPoint(inside);
  const corners = rings.reduce((sum, each) => sum + each.length, 0);
  if (corners > cornersMost || rings.length > partsMost) return onlyPoint(labelPoint);
  return { geometry: { type: 'Polygon', coordinates: rings }, labelPoint };
}

/** Of many points the one nearest to the middle of all. */
function middlePoint(all: readonly Position[]): Position | undefined {
  const mean = (axis: 0 | 1) => all.reduce((sum, each) => sum + each[axis], 0) / all.length;
  const [lon, lat] = [mean(0), mean(1)];
  return largest(all, (each) => -Math.hypot(each[0] - lon, each[1] - lat));
}

interface Parts<T> {
  readonly parts: readonly T[] | undefined;
  /** The part that stands for all. */
  readonly main: (parts: readonly T[]) => T | undefined;
  readonly shape: (part: T) => Shape | undefined;
}

/** One part is a plain shape; of many only the point of the main one is kept. */
function ofParts<T>({ parts, main, shape }: Parts<T>): Shape | undefined {
  const part = parts && main(parts);
  const whole = part && shape(part);
  if (!whole || !parts || parts.length === 1) return whole;
  const { geometry, labelPoint } = whole;
  const point = labelPoint ?? (geometry.type === 'Point' ? geometry.coordinates : undefined);
  return point && onlyPoint(point);
}

type Reader = (coordinates: unknown, how: Reading) => Shape | undefined;

const readers: Readonly<Record<string, Reader>> = {
  Point: (value, how) => ofParts(pointParts([value], how)),
  MultiPoint: (value, how) => ofParts(pointParts(value, how)),
  LineString: (value, how) => ofParts(lineParts([value], how)),
  MultiLineString: (value, how) => ofParts(lineParts(value, how)),
  Polygon: (value, how) => ofParts(areaParts([value], how)),
  MultiPolygon: (value, how) => ofParts(areaParts(value, how)),
};

const pointParts = (value: unknown, how: Reading): Parts<Position> => ({
  parts: points(value, how),
  main: middlePoint,
  shape: pointShape,
});
const lineParts = (value: unknown, how: Reading): Parts<Position[]> => ({
  parts: every(value, (each) => line(each, how)),
  main: (lines) => largest(lines, lineLength),
  shape: lineShape,
});
const areaParts = (value: unknown, how: Reading): Parts<Position[][]> => ({
  parts: every(value, (each) => area(each, how)),
  main: (areas) => largest(areas, (rings) => ringSize(rings[0] ?? [])),
  shape: areaShape,
});

/** The shape of a feature: what it holds is checked, closed, rounded, and given a point inside. */
export function readGeometry(value: unknown, swapped: boolean): GeometryRead {
  if (value === null || value === undefined) return { why: 'none' };
  const type = isJsonObject(value) ? value['type'] : undefined;
  if (!isJsonObject(value) || typeof type !== 'string') return { why: 'unreadable' };
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!read) return { why: 'other-shape', name: type.slice(0, 40) };
  const how = { swapped, isOutOfRange: false };
  const shape = read(value['coordinates'], how);
  if (shape) return { shape };
  return { why: how.isOutOfRange ? 'out-of-range' : 'unreadable' };
}
