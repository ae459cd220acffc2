import { AppError } from '../../core/errors.ts';
import type { Json } from '../../core/json.ts';
import type { Parameter } from '../../core/parameters.ts';
import { readParameters } from '../../core/parameters.ts';

/** What a field of the form shows for a value. */
export function toField(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (isPlainList) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The value of what was typed; nothing typed means the default.
 * @throws AppError `parameter-invalid`
 */
export function fromField(parameter: Parameter, text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = parse(parameter, trimmed);
  return readParameters([parameter], { [parameter.name]: value })[parameter.name];
}

function parse(parameter: Parameter, text: string): Json {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'list':
      return text.split(',').map((item) => item.trim());
    case 'choice':
      return parameter.choices?.find((choice) => String(choice) === text) ?? text;
    case 'object':
      try {
        return JSON.parse(text) as Json;
      } catch (error) {
        throw new AppError(
          'parameter-invalid',
          { parameter: parameter.name, value: text, expected: 'JSON' },
          { cause: error },
        );
      }
    default:
      return text;
  }
}
