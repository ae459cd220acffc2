import { fuzzyScore } from './fuzzy-match.ts';

interface Findable {
  label: string;
  group: string;
  keywords?: string;
}

const MOST = 60;

/** The items that match, in their groups; the group with the best match comes first. Without a text, all in order. */
export function paletteGroups<Item extends Findable>(
  items: readonly Item[],
  text: string,
): { name: string; items: Item[] }[] {
  const scored = items
    .map((item) => ({ item, score: Math.max(fuzzyScore(text, item.label), fuzzyScore(text, item.keywords ?? '') / 2) }))
    .filter(({ score }) => score > 0);
  if (text.trim() !== '') scored.sort((a, b) => b.score - a.score);
  const groups: { name: string; items: Item[] }[] = [];
  for (const { item } of scored.slice(0, MOST)) {
    const group = groups.find(({ name }) => name === item.group);
    if (group) group.items.push(item);
    else groups.push({ name: item.group, items: [item] });
  }
  return groups;
}
