import type { ComponentChildren } from 'preact'
import { countParts, focusedPart, mostParts, partMark } from '../../platform/input/list-action.ts'
import { useReader } from '../reader.tsx'
import { NamedPart } from './field-names.tsx'
import { describedBy, FieldNotes } from './field-notes.tsx'
import { useFieldIds, useFilled, useForm } from './filled.tsx'

interface RepeatedPartsProps {
  /** Of the list: its parts hold `agreements.0.…`. */
  name: string
  label: ComponentChildren
  /** Of its heading: under the h1 of a form’s own page, unless it is in a section. */
  level?: 2 | 3
  /** How many there are; by default as many as in the form around it. */
  count?: number | undefined
  /** « Accord 2 ». */
  titleOf: (index: number) => string
  /** « Ajouter un accord ». */
  addLabel: string
  /** No more are added. */
  most?: number
  /** Draws the fields of one part; `prefix` is `agreements.0`. */
  children: (prefix: string, index: number) => ComponentChildren
  /** The part that was just added or moved (`applyListAction`); -1 when none is left. */
  focus?: number | null
  /** The order of the parts means something. */
  isOrdered?: boolean
  hint?: ComponentChildren
  error?: string | undefined
}

/** A list of like parts that can be added, removed and moved; each button sends the form, which comes back changed. */
export function RepeatedParts({
  name,
  label,
  level = 2,
  addLabel,
  hint,
  most = mostParts,
  ...props
}: RepeatedPartsProps) {
  const form = useForm()
  const filled = useFilled(name)
  const { count = countParts(form.values, name), focus = focusedPart(form.values, name) } = props
  const error = props.error ?? filled.error
  const id = useFieldIds()(name)
  const Heading = `h${level}` as const
  return (
    <section
      class="parts"
      id={id}
      tabindex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <Heading id={`${id}-title`}>{label}</Heading>
      <FieldNotes id={id} hint={hint} error={error} />
      {Array.from({ length: count }, (_, index) => (
        <Part key={`${name}.${index}`} {...props} name={name} index={index} count={count} focus={focus} />
      ))}
      {count < most ? (
        <p>
          <ActionButton value={`add:${name}`} label={addLabel} hasFocus={focus === -1} />
        </p>
      ) : null}
    </section>
  )
}

type PartProps = Pick<RepeatedPartsProps, 'name' | 'titleOf' | 'children' | 'isOrdered'> & {
  index: number
  count: number
  focus: number | null
}

function Part({ name, index, count, titleOf, children, focus, isOrdered }: PartProps) {
  const { t } = useReader()
  const prefix = `${name}.${index}`
  const title = titleOf(index)
  const fieldId = useFieldIds()
  return (
    <fieldset class="part" id={fieldId(prefix)} tabindex={-1} autofocus={focus === index}>
      <legend>{title}</legend>
      <input type="hidden" name={partMark(name, index)} value="" />
      <NamedPart name={title}>{children(prefix, index)}</NamedPart>
      <p class="part-actions">
        {isOrdered && index > 0 ? (
          <ActionButton value={`up:${prefix}`} label={t('ui.parts.up')} about={title} />
        ) : null}
        {isOrdered && index < count - 1 ? (
          <ActionButton value={`down:${prefix}`} label={t('ui.parts.down')} about={title} />
        ) : null}
        <ActionButton value={`remove:${prefix}`} label={t('ui.parts.remove')} about={title} />
      </p>
    </fieldset>
  )
}

interface ActionButtonProps {
  value: string
  label: string
  /** What it acts on, for those who hear only the button. */
  about?: string
  hasFocus?: boolean
}

// The form is sent unvalidated: missing values elsewhere must not block it.
function ActionButton({ value, label, about, hasFocus }: ActionButtonProps) {
  return (
    <button type="submit" class="button" name="action" value={value} formnovalidate autofocus={hasFocus}>
      {label}
      {about ? <span class="visually-hidden"> ({about})</span> : null}
    </button>
  )
}

/**
 * The first button of a form that has others: Enter in a line of text presses the first one, visible or not, which must be the one that
 * saves.
 */
export function UsualSubmit({ value }: { value: string }) {
  return (
    <button type="submit" hidden name="action" value={value}>
      {value}
    </button>
  )
}
