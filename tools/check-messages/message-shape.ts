import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { hole } from '../project/literals.ts'

/** What a parameter is formatted as. `choice` picks among words, `text` is inserted as it is. */
export type Kind = 'text' | 'number' | 'date' | 'choice'

export interface Branching {
  kind: 'plural' | 'ordinal' | 'select'
  parameter: string
  /** `one`, `other`, `=0`; for a select, its words. */
  cases: string[]
}

export interface MessageShape {
  parameters: Map<string, Kind>
  /** Parameters that the message itself formats in two ways that exclude each other. */
  conflicts: string[]
  branchings: Branching[]
  /** The passages of text, with `hole` for each parameter; the first one is the message's own. */
  passages: string[]
}

/** Reads an ICU message; throws a SyntaxError when it is none. Tags are text, as they are when it is shown. */
export function readShape(message: string): MessageShape {
  const shape: MessageShape = { parameters: new Map(), conflicts: [], branchings: [], passages: [] }
  collect(parse(message, { ignoreTag: true, requiresOtherClause: true }), shape)
  return shape
}

function collect(elements: MessageFormatElement[], shape: MessageShape): void {
  shape.passages.push(
    elements.map((element) => (element.type === TYPE.literal ? element.value : hole)).join(''),
  )
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    note(shape, element.value, kindOf(element.type))
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue
    const kind =
      element.type === TYPE.select ? 'select' : element.pluralType === 'ordinal' ? 'ordinal' : 'plural'
    shape.branchings.push({ kind, parameter: element.value, cases: Object.keys(element.options) })
    for (const option of Object.values(element.options)) collect(option.value, shape)
  }
}

function kindOf(type: TYPE): Kind {
  if (type === TYPE.number || type === TYPE.plural) return 'number'
  if (type === TYPE.date || type === TYPE.time) return 'date'
  return type === TYPE.select ? 'choice' : 'text'
}

/** A parameter that is also inserted as it is keeps the kind it is formatted as. */
function note({ parameters, conflicts }: MessageShape, name: string, kind: Kind): void {
  const known = parameters.get(name)
  if (known === undefined || known === 'text') parameters.set(name, kind)
  else if (kind !== 'text' && kind !== known) conflicts.push(name)
}
