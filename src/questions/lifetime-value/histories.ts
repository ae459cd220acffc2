/**
 * What the purchase models need to know of customers, one entry per group of equal ones. Times are in one unit, counted
 * from a customer's first purchase.
 */
export interface Histories {
  /** x: repeat purchases, a whole number from 0. */
  frequency: Float64Array;
  /** t_x: time of the last repeat purchase; 0 when there is none. */
  recency: Float64Array;
  /** T: time observed, at least the recency. */
  observed: Float64Array;
  /** How many customers an entry stands for. */
  weight: Float64Array;
}
