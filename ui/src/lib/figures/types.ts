/** The figure of the report crate as it comes over the wire. The generated bindings have the same shape. */

/** What a mark means; a theme chooses the colour. */
export type Ink = 'Text' | 'Quiet' | 'Grid' | 'Before' | 'After' | 'Late' | 'Paper';

/** One thing that is drawn, in points. */
export type Mark =
  | {
      kind: 'Line';
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      ink: Ink;
      weight: number;
      dashed: boolean;
    }
  | { kind: 'Circle'; x: number; y: number; r: number; ink: Ink; fill: Ink; weight: number }
  | {
      kind: 'Box';
      x: number;
      y: number;
      width: number;
      height: number;
      ink: Ink;
      fill: Ink;
      weight: number;
      dashed: boolean;
    }
  | {
      kind: 'Label';
      x: number;
      y: number;
      text: string;
      anchor: 'Start' | 'Middle' | 'End';
      ink: Ink;
      size: number;
      bold: boolean;
    };

/** Marks on a sheet. */
export interface Scene {
  width: number;
  height: number;
  marks: Mark[];
}

/** A finding, drawn and tabulated. */
export interface FigureView {
  title: string;
  alt: string;
  note: string;
  scene: Scene;
  table: { heads: string[]; rows: string[][]; numeric: number[] };
  numbered: boolean;
}
