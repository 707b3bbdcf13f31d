import { calculatorNames, calculators, type FieldSpec, isCalculatorName } from 'scores';
import * as words from '#words/entry.ts';
import { type Command, exitUsage, Plain } from './command.ts';
import type { Terminal } from './terminal.ts';

/** `./hamdel score NAME --json '{…}'`: one calculator, without a running node. Prints JSON; exit 1 when fields are missing or do not fit. */
export const command: Command = {
  help: words.helpScore,
  options: { json: { type: 'string' }, list: { type: 'boolean' } },
  async run({ values, positionals }, terminal) {
    const { l, say, note } = terminal;
    const [name] = positionals;
    if (name === undefined || values.list === true) return list(terminal);
    if (!isCalculatorName(name)) throw new Plain(words.scoreUnknown(l, { name }), exitUsage);
    const calculator = calculators[name];
    if (values.json === undefined) return describe(name, terminal);
    const result = calculator.run(readJson(String(values.json), terminal));
    say(JSON.stringify(result, null, 2));
    if (!result.ok) note(words.scoreFields(l, { fields: result.fields.join(', ') }));
    return result.ok ? 0 : 1;
  },
};

function readJson(text: string, { l }: Terminal): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Plain(words.scoreNotJson(l), exitUsage);
  }
}

function list({ l, say }: Terminal): number {
  for (const name of calculatorNames) say(`${name.padEnd(20)} ${calculators[name].title[l]}`);
  return 0;
}

function describe(name: keyof typeof calculators, { l, say }: Terminal): number {
  const { title, source, fields } = calculators[name];
  say(`${title[l]}\n${source.text}${source.doi === undefined ? '' : ` doi:${source.doi}`}\n`);
  for (const field of fields) say(`  ${field.name.padEnd(24)} ${kindOf(field)}${field.optional === true ? ` (${words.scoreOptional(l)})` : ''}`);
  say(`\n${words.scoreTry(l, { name })}`);
  return 0;
}

function kindOf(field: FieldSpec): string {
  if (field.choices !== undefined) return field.choices.join(' | ');
  const range = field.min === undefined ? '' : ` ${field.min}…${field.max ?? ''}`;
  return [field.kind, field.unit].filter((part) => part !== undefined && part !== '').join(' ') + range;
}
