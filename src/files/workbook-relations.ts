import { attribute } from './workbook-markup.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/** What a part of a package of Office says of another one. */
export interface Relation {
  id: string;
  type: string;
  target: string;
}

const ignore = (): void => undefined;

/** The part with the list of sheets: XML, or a binary one in .xlsb. */
export async function mainPart(pack: WorkbookPackage): Promise<string> {
  const root = await relationsOf(pack, '');
  return root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
}

export async function relationsOf(pack: WorkbookPackage, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/');
  const name = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
  const relations: Relation[] = [];
  if (!pack.has(name)) return relations;
  await pack.scanAll(name, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(part.slice(0, slash + 1), target),
      });
    },
    text: ignore,
    close: ignore,
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split(/[/\\]/)) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
