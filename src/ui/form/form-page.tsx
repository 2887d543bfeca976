import type { FastifyReply, RouteShorthandOptions } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { PageRequest } from '../../platform/http/page-request.ts'
import { readUpload, type Upload, type UploadOptions } from '../../platform/http/read-upload.ts'
import { sendOnce } from '../../platform/http/sent-form.ts'
import { type Pages, type Visit, withStatus } from '../../platform/http/visit.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import {
  type FieldError,
  type FormReading,
  type FormState,
  type FormValues,
  readForm,
  readValues,
} from '../../platform/input/form.ts'
import { readListAction } from '../../platform/input/list-action.ts'
import { PageHeading } from '../text/headings.tsx'
import { ErrorList, Form } from './form.tsx'

/** A message, or words that depend on the visit. */
type Words<V> = PlainMessageKey | ((visit: V) => string)
type OfVisit<V, T> = T | ((visit: V) => T)
type MaybeLater<T> = T | Promise<T>

/** The page that reports the result, if a form leads to no other. */
export interface ToldPage {
  title: string
  description: string
  /** If it differs from the page of the form. */
  path?: string
  width?: 'wide' | 'reading'
  children: ComponentChildren
}

/** The form again, without errors in its fields. */
export interface OnceMore<V> {
  /**
   * 200 for a preview; 409 if another person changed the same meanwhile: then the page is opened again with the present data, and its
   * fields are marked by `isMet`, because sending it again is deliberate. 422 by default.
   */
  status?: 200 | 409 | 502
  /** The typed values by default; a function gets the present data. */
  values?: FormValues | ((now: V) => FormValues)
  /** The data of its page, if that shows what only `save` knows. */
  visit?: V
}

/**
 * The result of a form: an address to go on to, a page, the form again, or errors that no schema could find. Null if `save` has answered by
 * itself.
 */
export type Outcome<V> = string | ToldPage | OnceMore<V> | readonly FieldError[] | null

/** The visit with the uploaded files and the refused ones; none if the form takes none. */
export type Sent<V> = V & { upload: Upload }

/**
 * The typed values as a schema reads them, or, if no schema alone can (the part of a record, a table in a file), as they were read without
 * one.
 */
export type Reading<V, T> = (visit: Sent<V>, values: FormValues) => MaybeLater<z.ZodType<T> | FormReading<T>>

/** How a form is read and saved. `V` is the opened visit, `T` the typed values, `C` the choices in its pickers. */
interface ReadForm<V, T, C> {
  /** The visit with the data of the address, for actors who may do this; refuses others, or answers them otherwise and returns null. */
  open(visit: Visit): MaybeLater<V | null>
  schema: z.ZodType<T> | Reading<V, T>
  /** The names of its pickers, given the values typed so far. */
  pickers?: readonly string[] | ((visit: V, values: FormValues) => readonly string[])
  /** Those of its pickers that may stay empty. */
  emptyPickers?: readonly string[] | ((visit: V, values: FormValues) => readonly string[])
  /** Errors that no schema could find, shown together with those of the schema. */
  check?(visit: Sent<V>, values: FormValues, choices: C): MaybeLater<readonly FieldError[]>
  /** Options of the route that receives the form, if they differ from those of its page: its rate limit. */
  sending?: RouteShorthandOptions
  /** The files that it takes. No schema reads what comes with a refused one: the fields after it are missing. */
  upload?: UploadOptions
  /** Lists of like parts, whose buttons add, remove and move them. */
  lists?: OfVisit<V, readonly string[]>
  /** The form after a press on something other than its buttons, such as a map; null if it was sent to be saved. */
  redraw?(values: FormValues, visit: V): FormValues | null
  /** Sent twice, it is done once, in one transaction (`sendOnce`). */
  isOnce?: boolean
  save(visit: Sent<V>, typed: T, choices: C, values: FormValues): Promise<Outcome<V>>
}

/** A form that is part of another page. */
export interface FormAction<V, T, C> extends ReadForm<V, T, C> {
  /** Draws that page again, with the typed values and the errors. */
  again(visit: V, form: FormState, choices: C): MaybeLater<FastifyReply>
}

/** A form on a page of its own: who may open it, its fields, and how it is saved. */
export interface FormPage<V, T, C> extends ReadForm<V, T, C> {
  title: Words<V>
  /** Under the title. */
  lead?: Words<V>
  /** For search engines and shared links; the lead by default. */
  description?: Words<V>
  /** The part of the page’s address after the network, or the language. */
  path: OfVisit<V, string>
  /** What the form belongs to. */
  back?(visit: V): { href: string; label: ComponentChildren }
  /** Where it is sent; by default the address of the page, without its parameters. */
  action?(visit: V): string
  /** Label of the button that saves; a form without one has its own. */
  submit?: Words<V>
  /** The browser asks for missing values before it is sent. */
  asksFirst?: boolean
  /** The initial values of the fields. */
  values?(visit: V): MaybeLater<FormValues>
  fields(visit: V, form: FormState, choices: C): MaybeLater<ComponentChildren>
  /** The page around the form, if it has more than a heading. */
  page?(visit: V, form: ComponentChildren, state: FormState): MaybeLater<ComponentChildren>
  width?: 'wide' | 'reading'
}

/** The page of a form as it is sent. */
export interface SentFormPage extends ToldPage {
  status: number
  path: string
  noindex: true
}

/** The place of forms: how its pages are sent, where one goes on from them, and how its pickers are read. */
export interface FormPlace<V, C> {
  send(visit: V, page: SentFormPage): FastifyReply
  goOn(visit: V, address: string): FastifyReply
  pick(
    visit: V,
    values: FormValues,
    names: { filled: readonly string[]; empty: readonly string[] },
  ): Promise<{ choices: C; errors: readonly FieldError[] }>
}

/** Adds a form page at an address: GET draws it, POST reads and saves it, or draws it again with the errors beside each field. */
export function addFormPage<P extends PageRequest, V extends P, T, C>(
  place: FormPlace<P, C>,
  pages: Pages,
  address: string,
  form: FormPage<V, T, C>,
): void {
  const render = async (visit: V, state: FormState, choices: C) => {
    const say = (words: Words<V>) => (typeof words === 'function' ? words(visit) : visit.reader.t(words))
    const title = say(form.title)
    const lead = form.lead && say(form.lead)
    const back = form.back?.(visit)
    const rendered = (
      <Form
        action={form.action?.(visit) ?? visit.request.url.split('?')[0]}
        form={state}
        submit={form.submit && say(form.submit)}
        once={form.isOnce}
        asksFirst={form.asksFirst}
        takesFiles={form.upload !== undefined}
      >
        {await form.fields(visit, state, choices)}
      </Form>
    )
    const usual = (
      <>
        <ErrorList form={state} />
        <PageHeading kicker={back ? <a href={back.href}>{back.label}</a> : undefined} lead={lead}>
          {title}
        </PageHeading>
        {rendered}
      </>
    )
    return place.send(visit, {
      status: visit.reply.statusCode,
      title,
      description: form.description ? say(form.description) : (lead ?? title),
      path: pathOf(visit),
      noindex: true,
      ...(form.width ? { width: form.width } : {}),
      children: form.page ? await form.page(visit, rendered, state) : usual,
    })
  }
  const pathOf = (visit: V) => (typeof form.path === 'function' ? form.path(visit) : form.path)

  pages.get(address, form.open, async (visit) => {
    const values = (await form.values?.(visit)) ?? {}
    const { choices } = await pick(place, form, visit, values)
    return render(visit, { values, errors: [] }, choices)
  })
  addForm(
    {
      ...place,
      send: (visit, page) =>
        place.send(visit, {
          ...(form.width ? { width: form.width } : {}),
          ...page,
          path: page.path || pathOf(visit),
        }),
    } satisfies FormPlace<V, C>,
    pages,
    address,
    { ...form, again: render },
  )
}

/** Adds the address to which a form is sent: it is saved, or its page is drawn again with all errors at once. */
export function addForm<P extends PageRequest, V extends P, T, C>(
  place: FormPlace<P, C>,
  pages: Pages,
  address: string,
  form: FormAction<V, T, C>,
): void {
  const save = async (visit: Sent<V>, values: FormValues, typed: T, choices: C): Promise<Outcome<V>> => {
    if (!form.isOnce) return form.save(visit, typed, choices, values)
    let outcome: Outcome<V> = []
    // The same words with another file are another form.
    const sent = { ...values, files: visit.upload.files.map(({ sha256 }) => sha256) }
    const led = await sendOnce(visit.writing, { action: visit.request.url, values: sent }, async (inside) => {
      outcome = await form.save({ ...visit, writing: inside }, typed, choices, values)
      return typeof outcome === 'string' ? outcome : null
    })
    return led ?? outcome
  }

  const options = form.sending ?? pages.options
  const sent = form.upload
    ? pages.with({ ...options, config: { ...options.config, takesFiles: true } })
    : pages.with(options)
  sent.post(address, form.open, async (opened) => {
    const upload = await uploadOf(opened, form.upload)
    const visit: Sent<V> = { ...opened, upload }
    const sentValues = readValues(form.upload ? upload.fields : opened.request.body)
    const lists = typeof form.lists === 'function' ? form.lists(visit) : (form.lists ?? [])
    const moved = readListAction(lists, sentValues) ?? form.redraw?.(sentValues, visit)
    if (moved)
      return form.again(visit, { values: moved, errors: [] }, (await pick(place, form, visit, moved)).choices)
    const reading = await read(form, visit, sentValues)
    const { values } = reading
    const { choices, errors } = await pick(place, form, visit, values)
    const checked = (await form.check?.(visit, values, choices)) ?? []
    const wrong = [...upload.errors, ...(reading.valid ? [] : reading.errors), ...errors, ...checked]
    const outcome =
      reading.valid && wrong.length === 0 ? await save(visit, values, reading.data, choices) : wrong
    if (outcome === null) return visit.reply
    if (typeof outcome === 'string') return place.goOn(visit, outcome)
    if ('children' in outcome) return place.send(visit, { path: '', ...outcome, status: 200, noindex: true })
    if ('length' in outcome) return form.again(withStatus(visit, 422), { values, errors: outcome }, choices)
    const { status = 422, values: kept = values } = outcome
    const isMet = status === 409
    // A form that is done once was saved in a transaction that is over.
    const known = outcome.visit && { ...outcome.visit, writing: opened.writing }
    const now = known ?? (isMet ? await form.open(opened) : opened)
    if (now === null) return visit.reply
    const again = typeof kept === 'function' ? kept(now) : kept
    return form.again(withStatus(now, status), { values: again, errors: [], isMet }, choices)
  })
}

async function uploadOf(
  { application, request }: Visit,
  options: UploadOptions | undefined,
): Promise<Upload> {
  return options ? readUpload(application, request, options) : { fields: {}, files: [], errors: [] }
}

async function read<V, T>(
  { schema }: Pick<ReadForm<V, T, unknown>, 'schema'>,
  visit: Sent<V>,
  values: FormValues,
): Promise<FormReading<T>> {
  const reading = typeof schema === 'function' ? await schema(visit, values) : schema
  if ('valid' in reading) return reading
  return visit.upload.errors.length > 0 ? { valid: false, values, errors: [] } : readForm(reading, values)
}

function pick<V, C>(
  place: FormPlace<V, C>,
  { pickers = [], emptyPickers = [] }: Pick<ReadForm<V, unknown, C>, 'pickers' | 'emptyPickers'>,
  visit: V,
  values: FormValues,
) {
  return place.pick(visit, values, {
    filled: typeof pickers === 'function' ? pickers(visit, values) : pickers,
    empty: typeof emptyPickers === 'function' ? emptyPickers(visit, values) : emptyPickers,
  })
}
