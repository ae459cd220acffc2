import type { Mapping, Proposal } from '../semantics/mapping.ts';

/** The mapping as the workspace keeps it. */
export interface StoredMapping {
  mapping: Mapping;
  proposals: Proposal[];
  /** The analyst has had a hand in it: detection only adds what new tables bring. */
  edited: boolean;
}
