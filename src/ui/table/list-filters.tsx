import { capitalized } from '../../platform/i18n/capitalized.ts'
import { compareNames } from '../../platform/i18n/formatters.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type AddressParameters, without } from '../../platform/input/list-filter.ts'
import { useReader } from '../reader.tsx'
import type { FilterField, FilterOption } from './filter-input.tsx'
import { type ActiveFilter, Filters } from './filters.tsx'

type NameOf<P> = keyof P & string
/** A value that a parameter has in an address. */
type Code<W> = Exclude<W extends readonly (infer C)[] ? C : W, undefined>

/** How one criterion of a list is offered, and worded when active. */
interface ListField<N extends string, C, Name extends string> {
  name: N
  label: string
  /** What one chooses from; without them one types words. */
  codes?: readonly C[]
  /** The words for a value, itself by default; null where it is neither offered nor listed. */
  word?(code: C): string | null
  /** Replaces the codes, where these are offered in other words than in the list of active filters. */
  options?: FilterOption[]
  /** Options begin a line, each in a list of words. */
  hasCapital?: boolean
  /** By the words, not by the codes. */
  isSorted?: boolean
  /** The label of the empty choice. */
  any?: string
  /** This is the first end of a period; the criterion of its last. */
  until?: Name
  /** Behind “more filters”, or only listed: it is set by links. */
  place?: 'more' | 'told'
}

/** The fields of a list: `ListFields<typeof parameters>`, whose words are asked for the codes of their own criterion. */
export type ListFields<P> = readonly { [N in NameOf<P>]: ListField<N, Code<P[N]>, NameOf<P>> }[NameOf<P>][]

type AnyField = ListField<string, string, string>

export interface ListFiltersProps<P extends AddressParameters> {
  action: string
  parameters: P
  fields: ListFields<NoInfer<P>>
  /** The fields that are listed when active, in order, where that is not every field. */
  told?: readonly NameOf<NoInfer<P>>[]
  /** Parameters that the form keeps as they are: sort, day seen. */
  kept?: Readonly<Record<string, string | undefined>>
  /** The address of the list with some parameters. */
  address(parameters: AddressParameters): string
  /** The address without any criterion. */
  clearHref?: string
}

/** What narrows a list, and what is in force, from one description of its fields. */
export function ListFilters<P extends AddressParameters>(props: ListFiltersProps<P>) {
  const reader = useReader()
  const { parameters } = props
  const fields: readonly AnyField[] = props.fields
  const more = fields.filter(({ place }) => place === 'more')
  const input = (field: AnyField) => inputOf(reader, parameters, field)
  return (
    <Filters
      action={props.action}
      fields={fields.filter(({ place }) => place === undefined).map(input)}
      more={more.map(input)}
      moreOpen={isNarrowed(parameters, more)}
      kept={props.kept}
      active={activeFilters(reader, props)}
      clearHref={props.clearHref}
    />
  )
}

/** Whether one of some fields is in force. */
export function isNarrowed(
  parameters: AddressParameters,
  fields: readonly Pick<AnyField, 'name' | 'until'>[],
): boolean {
  return fields.some(({ name, until = name }) =>
    [name, until].some((each) => valuesOf(parameters, each).length > 0),
  )
}

/** The criteria in force, in words, each with the address without it. */
export function activeFilters<P extends AddressParameters>(
  reader: Reader,
  { parameters, fields, told, address }: Omit<ListFiltersProps<P>, 'action' | 'kept' | 'clearHref'>,
): ActiveFilter[] {
  const described: readonly AnyField[] = fields
  const byName = new Map(
    described.flatMap(({ until, ...field }): [string, AnyField][] =>
      until === undefined
        ? [[field.name, field]]
        : [
            [field.name, { ...field, label: reader.t('ui.filters.from') }],
            [until, { ...field, label: reader.t('ui.filters.until') }],
          ],
    ),
  )
  const names: readonly string[] = told ?? [...byName.keys()]
  return names.flatMap((name) =>
    valuesOf(parameters, name).flatMap((code) => {
      const field = byName.get(name)
      const value = field?.word ? field.word(code) : code
      return field && value !== null
        ? [{ label: field.label, value, removeHref: address(without(parameters, name, code)) }]
        : []
    }),
  )
}

function inputOf(reader: Reader, parameters: AddressParameters, field: AnyField): FilterField {
  const { name, label, any, until } = field
  const [value = ''] = valuesOf(parameters, name)
  if (until !== undefined) {
    const [last = ''] = valuesOf(parameters, until)
    return { type: 'period', label, from: { name, value }, until: { name: until, value: last } }
  }
  if (!field.codes && !field.options) return { type: 'search', name, label, value }
  return { type: 'select', name, label, value, options: optionsOf(reader, field), any }
}

function optionsOf(reader: Reader, { codes = [], word, options, hasCapital, isSorted }: AnyField) {
  const made =
    options ??
    codes.flatMap((value) => {
      const text = word ? word(value) : value
      if (text === null) return []
      return [{ value, label: hasCapital ? capitalized(text, reader.interfaceLanguage) : text }]
    })
  return isSorted ? made.toSorted((a, b) => compareNames(reader.language, a.label, b.label)) : made
}

function valuesOf(parameters: AddressParameters, name: string): string[] {
  return [parameters[name] ?? []].flat().filter((value) => value !== '')
}
