import type { z } from 'zod'
import type { FieldError } from '../../../../platform/input/form.ts'
import type { PartCall, PartReading, RecordPart } from '../../../../platform/records/record-kind.ts'
import type { Shown, TypedPart } from '../../../../platform/records/record-part.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import type { EventDocument } from '../../events/document/schema.ts'

/** What is pressed in the parts that sends nothing to be saved. */
type Redrawing = Pick<TypedPart<EventDocument, z.ZodType>, 'lists' | 'redraw'>

export interface JoinedParts extends Pick<RecordPart, 'values' | 'read' | 'form'>, Redrawing {}

interface Joining extends Redrawing {
  /** Those that say themselves what they are about. */
  untitled?: readonly string[]
}

/** Several forms of a record on one page, sent together: each reads its own fields into what the one before made of the document. */
export function joinParts(
  parts: readonly RecordPart[],
  { untitled = [], ...redrawing }: Joining,
): JoinedParts {
  return {
    ...redrawing,
    values: async (call) => Object.assign({}, ...(await Promise.all(parts.map((part) => part.values(call))))),
    read: (call, body) => readEach(parts, call, body),
    form: async (call, shown) => {
      const drawn = await Promise.all(
        parts.map(async (part) => ({ part, fields: await part.form(call, shown) })),
      )
      return drawn.map(({ part: { key, title }, fields }) =>
        untitled.includes(key) ? (
          <div key={key} class="section">
            {fields}
          </div>
        ) : (
          <Section key={key} id={key} title={call.reader.t(title)}>
            {fields}
          </Section>
        ),
      )
    },
  }
}

async function readEach(parts: readonly RecordPart[], call: PartCall, body: unknown): Promise<PartReading> {
  const errors: FieldError[] = []
  let { document } = call
  let values: Shown['values'] | null = null
  for (const part of parts) {
    const reading = await part.read({ ...call, document }, body)
    if (reading.valid) document = reading.document
    // A button of a list was pressed: nothing is wrong with the rest before it is sent.
    else if (reading.isToBeDrawnAgain) return reading
    else {
      values = reading.values
      errors.push(...reading.errors)
    }
  }
  return values === null ? { valid: true, document } : { valid: false, values, errors }
}
