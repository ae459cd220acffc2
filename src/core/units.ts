/**
 * What a number counts. `share` is a proportion in [0, 1] and is shown as a percentage; `money` is in the
 * workspace's currency; `points` is a score on a scale (the net promoter score's −100 to 100); `number` has no unit.
 */
export type Unit =
  | 'customers'
  | 'purchases'
  | 'orders'
  | 'rows'
  | 'share'
  | 'money'
  | 'days'
  | 'weeks'
  | 'months'
  | 'seconds'
  | 'points'
  | 'number';
