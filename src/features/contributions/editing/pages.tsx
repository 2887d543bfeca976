import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import {
  type FormReading,
  type FormState,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import type { PartCall, RecordKind, RecordPart } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import type { Outcome } from '../../../ui/form/form-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { dropDraft, keepDraft } from '../drafts.commands.ts'
import { paths } from '../paths.ts'
import { listSpeakers, lookUpDraft } from '../queries.ts'
import { contribute } from './commands.ts'
import { ContributionForm, DraftNotice } from './contribution-form.tsx'
import { editTitle } from './edit-page.tsx'
import {
  loadPartRequest,
  newEntry,
  type PartRequest,
  publishes,
  readPartCall,
  renderMeeting,
} from './frame.tsx'
import {
  type Contribution,
  contributionFields,
  readBase,
  readChoices,
  readChosen,
  readContribution,
  readSuggested,
} from './schema.ts'

/** Forms of each kind of record: its parts and their entries, drafts and removals. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    const open = (visit: Visit): Promise<PartVisit> => loadPartRequest(visit, kind)
    const place = `/:language/:network/${kind.segment}/:slug/edit`
    for (const form of [`${place}/:part`, `${place}/:part/:entry`]) {
      pages.get(form, open, (visit) => showForm(visit))
      addNetworkAction(pages, form, {
        open,
        lists: ({ part }) => part.lists ?? [],
        redraw: (values, { part }) => part.redraw?.(values) ?? null,
        schema: async (visit, values) => {
          const { call } = await readPartCall(visit, readBase(values))
          const reading = await readContribution(visit.part, call, values, contributionFields)
          return reading.valid ? checked(visit, call, reading) : reading
        },
        again: async (visit, typed) => {
          // A link in the form may lead away, to an organisation that is to be added first.
          if (typed.errors.length > 0) await keepTyped(visit, typed.values)
          return showForm(visit, typed)
        },
        save: (visit, contribution, _choices, values) => send(visit, values, contribution),
      })
      pages.post(`${form}/draft`, open, async (visit) => {
        const saved = await keepTyped(visit, readValues(visit.request.body))
        return visit.reply.send({ savedAt: saved.toISOString() })
      })
      pages.post(`${form}/draft/removal`, open, async (visit) => {
        await dropDraft(visit.writing, personIdOf(visit), visit.form)
        return visit.reply.redirect(addressOf(visit), 303)
      })
    }
    addNetworkAction(pages, `${place}/:part/:entry/removal`, {
      open,
      schema: readRemoval,
      again: showForm,
      save: (visit, contribution, _choices, values) => send(visit, values, contribution),
    })
  }
}

interface PartVisit extends PartRequest {
  /** The values sent change nothing. */
  isUnchanged?: boolean
}

async function showForm(visit: PartVisit, typed?: FormState): Promise<FastifyReply> {
  const { request, writing, reader, network, kind, part, head } = visit
  const draft = typed ? null : await lookUpDraft(writing, personIdOf(visit), visit.form)
  const kept = typed?.values ?? draft?.fields
  const { call, base } = await readPartCall(visit, kept ? readBase(kept) : null)
  const suggested = visit.entry === newEntry ? readSuggested(call, request.query) : {}
  const current = kept ?? { ...(await part.values(call)), ...suggested }
  const values = typed ? current : { ...current, ...(await readChosen(visit, request.query)) }
  const form = { values, errors: typed?.errors ?? [] }
  return renderNetworkPage(visit, {
    title: `${reader.t(part.title)} · ${editTitle(reader, head)}`,
    description: reader.t(part.lead),
    path: visit.form.slice(network.slug.length + 1),
    noindex: true,
    children: (
      <PartPage
        network={network.slug}
        kind={kind}
        part={part}
        call={call}
        action={addressOf(visit)}
        entry={visit.entry}
        form={form}
        fields={await part.form(call, form)}
        base={base}
        publishes={publishes(visit)}
        speaksFor={await listSpeakers(writing, ownOrganisations(visit))}
        draftFrom={draft?.savedAt ?? null}
        isUnchanged={visit.isUnchanged ?? false}
      />
    ),
  })
}

/** What was read, or what stands against the record as it would be. */
async function checked(
  { application, kind, head }: PartVisit,
  call: PartCall,
  reading: FormReading<Contribution<typeof contributionFields>> & { valid: true },
): Promise<FormReading<Contribution<typeof contributionFields>>> {
  const { translate } = application
  const errors = (await kind.check?.({ ...call, head, translate }, reading.data.after)) ?? []
  return errors.length > 0 ? { valid: false, values: reading.values, errors } : reading
}

async function readRemoval(
  visit: PartRequest,
  values: FormValues,
): Promise<FormReading<Contribution<typeof contributionFields>>> {
  const { part } = visit
  if (!part.remove || visit.entry === newEntry) notFound('removal')
  const { call } = await readPartCall(visit, readBase(values))
  const removal = typedValue(values, 'removal')
  const own = readForm(contributionFields, { ...values, reason: removal })
  if (own.valid)
    return { valid: true, values, data: { before: call.document, after: part.remove(call), own: own.data } }
  const errors = own.errors.map((error) =>
    error.field === 'reason' ? { ...error, field: 'removal' } : error,
  )
  return { valid: false, values: { ...(await part.values(call)), removal }, errors }
}

async function send(
  visit: PartVisit,
  values: FormValues,
  { before, after, own }: Contribution<typeof contributionFields>,
): Promise<Outcome<PartVisit>> {
  const { application, writing, reader, network, kind, head } = visit
  const organisations = ownOrganisations(visit)
  const result = await contribute(application, writing, network, {
    network,
    kind,
    head,
    base: own.base,
    document: after,
    seen: own.seen ?? 0,
    choices: readChoices(values),
    reason: own.reason,
    language: reader.interfaceLanguage,
    origin: 'edit',
    organisationId: organisations.find((id) => id === own.organisation) ?? organisations[0] ?? null,
  })
  if (result.outcome === 'met') {
    await renderMeeting(visit, result.meeting, values, addressOf(visit))
    return null
  }
  if (result.outcome === 'unchanged') return { status: 200, visit: { ...visit, isUnchanged: true } }
  await dropDraft(writing, personIdOf(visit), visit.form)
  if (result.outcome === 'suggested') return paths.sent(reader, network.slug, result.suggestionId, kind)
  const done = kind.tellDone?.(before, after) ?? null
  if (done !== null) return paths.record(reader, network.slug, kind, head.slug, done)
  const overview = paths.edit(reader, network.slug, kind, head.slug)
  return `${overview}${overview.includes('?') ? '&' : '?'}saved=1`
}

function keepTyped(visit: PartRequest, values: FormValues): Promise<Date> {
  return keepDraft(visit.writing, personIdOf(visit), visit.network.id, {
    form: visit.form,
    baseNumber: readBase(values),
    fields: values,
  })
}

function addressOf({ reader, network, kind, head, part, entry }: PartRequest): string {
  const address = paths.part(reader, network.slug, kind, head.slug, part.key, entry ?? undefined)
  return address.split('?')[0] ?? address
}

// The organisations of the record for which the actor speaks.
function ownOrganisations({
  writing,
  network,
  head,
}: Pick<PartRequest, 'writing' | 'network' | 'head'>): string[] {
  const own = organisationsOf(writing.actor, network.id, ['member', 'contributor', 'coordinator', 'chair'])
  return head.organisationIds.filter((id) => own.includes(id))
}

function personIdOf({ writing }: Pick<PartRequest, 'writing'>): string {
  return writing.actor.kind === 'person' ? writing.actor.personId : notFound('person')
}

interface PartPageProps {
  network: string
  kind: RecordKind
  part: RecordPart
  call: PartCall
  /** The address of the form itself. */
  action: string
  entry: string | null
  form: FormState
  /** The part's own fields. */
  fields: ComponentChildren
  base: number
  /** Whether sending it changes the record at once; otherwise it becomes a suggestion. */
  publishes: boolean
  /** The organisations for which the person may speak about this record. */
  speaksFor: { id: string; name: LocalizedName }[]
  /** When the draft that fills the form was kept. */
  draftFrom: Date | null
  isUnchanged?: boolean
}

/** One form of a record, with the reason for the change. */
function PartPage(props: PartPageProps) {
  const reader = useReader()
  const { network, kind, part, call, form } = props
  const { t } = reader
  const { head } = call
  return (
    <>
      <PageHeading
        kicker={
          head ? (
            <a href={paths.edit(reader, network, kind, head.slug)}>
              {chooseName(head.title, reader.language).text}
            </a>
          ) : undefined
        }
        lead={t(part.lead)}
      >
        {t(part.title)}
      </PageHeading>
      {props.publishes ? null : <Notice>{t('contributions.edit.becomesSuggestion')}</Notice>}
      {props.draftFrom ? <DraftNotice action={props.action} at={props.draftFrom} /> : null}
      {props.isUnchanged ? <Notice live>{t('contributions.edit.unchanged')}</Notice> : null}
      <ContributionForm
        action={props.action}
        hidden={{ base: String(props.base) }}
        form={form}
        fields={props.fields}
        speaksFor={props.speaksFor}
        isSourced={(kind.isSourced ?? false) || !props.publishes}
        submit={t(
          !props.publishes
            ? 'contributions.edit.suggest'
            : (kind.isPublic?.(call.document) ?? true)
              ? 'contributions.edit.publish'
              : 'contributions.edit.save',
        )}
        cancel={head ? paths.edit(reader, network, kind, head.slug) : null}
      />
      {part.remove && call.entryId !== null ? <Removal {...props} /> : null}
    </>
  )
}

function Removal({ action, base, publishes, form }: PartPageProps) {
  const { t } = useReader()
  return (
    <Section id="removal" title={t('contributions.edit.remove')}>
      <Form action={`${action}/removal`} form={form} asksFirst>
        <input type="hidden" name="base" value={String(base)} />
        <Field
          name="removal"
          label={t('contributions.edit.removeReason')}
          hint={t('contributions.edit.removeHint')}
          required
        />
        <button type="submit" class="button">
          {t(publishes ? 'contributions.edit.remove' : 'contributions.edit.suggestRemoval')}
        </button>
      </Form>
    </Section>
  )
}
