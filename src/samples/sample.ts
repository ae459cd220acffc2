import type { Json } from '../core/json.ts';
import type { Unit } from '../core/units.ts';

/** One table of a sample as the file that it would be. */
export interface SampleTable {
  name: string;
  columns: readonly SampleColumn[];
  /** With a header, commas and quotes where needed; times are ISO 8601 without an offset. */
  csv: string;
}

export interface SampleColumn {
  name: string;
  kind: 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'timestamp';
}

/** A number that is known because it went into the simulation, or follows from what did. */
export interface Truth {
  /** Together what scripts call it, e.g. `recommender.fashion` and `orders.relative`. */
  group: string;
  item: string;
  value: number;
  unit: Unit;
  /** The estimate that ought to find it; left out while no question asks for it. */
  of?: { question: string; estimate: string; parameters: Record<string, Json> };
}

export interface SimulatedSample {
  /** Made one after the other as they are asked for, so that each can be stored while the next is written. */
  tables: Iterable<SampleTable>;
  /** Which table plays which role, as a mapping of the workspace. */
  mapping: Record<string, { table: string; columns: Record<string, string> }>;
  currency: string;
  truth: Truth[];
}

/** What the workspace keeps of the sample that is open. */
export interface OpenSample {
  id: string;
  seed: number;
  truth: Truth[];
  /** Until then the page keeps the true values to itself. */
  revealed: boolean;
}
