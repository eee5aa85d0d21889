import { z } from 'zod';

const Position = z.array(z.number()).min(2);
const Line = z.array(Position).min(2);
const Ring = z.array(Position).min(4);

/** The shapes a boundary layer may have (RFC 7946); points belong to other layers. */
export const BoundaryShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line) }),
]);
export type BoundaryShape = z.infer<typeof BoundaryShape>;

/** The file an operator supplies: GeoJSON in longitude and latitude. */
export const BoundaryFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ type: z.literal('Feature'), geometry: BoundaryShape })).min(1),
});
export type BoundaryFile = z.infer<typeof BoundaryFile>;

/** The number under which a map of China was examined: GS（2020）4619号, 云S（2021）8号, GS京（2022）1061号. */
export const MapApproval = z
  .string()
  .trim()
  .regex(/^\p{Script=Han}?G?S\p{Script=Han}?[（(]\d{4}[）)]\s?\d+号$/u);
export type MapApproval = z.infer<typeof MapApproval>;

/** A boundary layer as it is drawn: never without its number, which is printed on the map. */
export const BoundaryLayer = z.object({ approval: MapApproval, shapes: z.array(BoundaryShape) });
export type BoundaryLayer = z.infer<typeof BoundaryLayer>;
