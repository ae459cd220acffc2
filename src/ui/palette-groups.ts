import type { IconName } from './icon-paths.ts';
import { fuzzyScore } from './fuzzy-match.ts';

export interface PaletteItem {
  id: string;
  label: string;
  group: string;
  /** Muted, at the right. */
  hint?: string;
  /** Found by these words too. */
  keywords?: string;
  icon?: IconName;
  run: () => void;
}

const MOST = 60;

/** The items that match, in their groups; the group with the best match comes first. Without a text, all in order. */
export function paletteGroups(items: readonly PaletteItem[], text: string): { name: string; items: PaletteItem[] }[] {
  const scored = items
    .map((item) => ({ item, score: Math.max(fuzzyScore(text, item.label), fuzzyScore(text, item.keywords ?? '') / 2) }))
    .filter(({ score }) => score > 0);
  if (text.trim() !== '') scored.sort((a, b) => b.score - a.score);
  const groups: { name: string; items: PaletteItem[] }[] = [];
  for (const { item } of scored.slice(0, MOST)) {
    const group = groups.find(({ name }) => name === item.group);
    if (group) group.items.push(item);
    else groups.push({ name: item.group, items: [item] });
  }
  return groups;
}
