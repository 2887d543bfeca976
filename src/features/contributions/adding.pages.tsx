import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { organisationsOf } from '../../platform/context/actor.ts'
import { newId } from '../../platform/context/identifier.ts'
import type { Application } from '../../platform/http/application.ts'
import { sendingField } from '../../platform/http/sent-form.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { withParameters } from '../../platform/i18n/reader.ts'
import { type FormState, type FormValues, readValues, typedValue } from '../../platform/input/form.ts'
import { readNext } from '../../platform/input/next.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordDocument } from '../../platform/records/record-document.ts'
import {
  type AddedKind,
  type AlikeRecord,
  isAdded,
  type PartCall,
} from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import { Notice } from '../../ui/blocks/notice.tsx'
import { useReader } from '../../ui/reader.tsx'
import { PageHeading } from '../../ui/text/headings.tsx'
import { languageAttributes } from '../../ui/text/language-attributes.ts'
import { Moment } from '../../ui/text/moment.tsx'
import { addNetworkAction } from '../directory/picking/index.ts'
import { loadNetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { addContribution } from './adding.commands.ts'
import { dropDraft, keepDraft } from './drafts.commands.ts'
import { ContributionForm, DraftNotice } from './editing/contribution-form.tsx'
import { addedFields, readChosen, readContribution, readSuggested } from './editing/schema.ts'
import { paths } from './paths.ts'
import { mayAddRecord, mayPublishUnreviewed, maySuggest } from './policy.ts'
import { listSpeakers, lookUpDraft } from './queries.ts'
import { isToSendAgain, lookUpSuggestion } from './suggestions/queries.ts'
import { viewerOf } from './suggestions/viewer.ts'

/** The form that adds each kind of record, with its draft. */
export function addAddingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records.filter(isAdded)) {
    const open = (visit: Visit): Promise<AddingVisit> => loadAddingRequest(visit, kind)
    const place = `/:language/:network/${kind.segment}/new`
    const { newPart } = kind
    pages.get(place, open, (visit) => showForm(visit))
    addNetworkAction(pages, place, {
      open,
      lists: newPart.lists ?? [],
      redraw: (values) => newPart.redraw?.(values) ?? null,
      isOnce: true,
      schema: (visit, values) => readContribution(newPart, callOf(visit), values, addedFields),
      again: async (visit, typed) => {
        // A link in the form may lead away, to an organisation that is to be added first.
        if (typed.errors.length > 0) await keepTyped(visit, typed.values)
        return showForm(visit, typed)
      },
      save: async (visit, { after, own }, _choices, values) => {
        const { writing, reader, network } = visit
        const isMeant = typedValue(values, 'action') === 'anyway'
        const alike = isMeant ? [] : await kind.listAlike(writing, reader, network, after)
        return alike.length > 0 ? { visit: { ...visit, alike } } : add(application, visit, values, after, own)
      },
    })
    pages.post(`${place}/draft`, open, async (visit) => {
      const saved = await keepTyped(visit, readValues(visit.request.body))
      return visit.reply.send({ savedAt: saved.toISOString() })
    })
    pages.post(`${place}/draft/removal`, open, async (visit) => {
      await dropDraft(visit.writing, visit.personId, visit.form)
      return visit.reply.redirect(paths.adding(visit.reader, visit.network.slug, kind), 303)
    })
  }
}

interface AddingVisit extends AddingRequest {
  /** Existing records that may be the same as what was sent. */
  alike?: AlikeRecord[]
}

async function showForm(visit: AddingVisit, typed?: FormState): Promise<FastifyReply> {
  const { request, writing, reader, network, kind } = visit
  const part = kind.newPart
  const call = callOf(visit)
  const again = typed ? null : await lookUpAgain(visit, parameterOf(request.query, 'again') ?? '')
  const kept = typed ? null : await lookUpDraft(writing, visit.personId, visit.form)
  const draft = again ? null : kept
  const fresh = async () => ({
    ...(await part.values(call)),
    ...readSuggested(call, request.query),
    ...(await part.presets?.(call, request.query)),
  })
  const current = typed?.values ?? again ?? draft?.fields ?? (await fresh())
  const values = typed ? current : { ...current, ...(await readChosen(visit, request.query)) }
  const form = { values, errors: typed?.errors ?? [] }
  const next = readNext(typedValue(values, 'next') || parameterOf(request.query, 'next'))
  return renderNetworkPage(visit, {
    title: reader.t(part.title),
    description: reader.t(part.lead),
    path: `/${kind.segment}/new`,
    noindex: true,
    children: (
      <NewRecordPage
        network={network.slug}
        kind={kind}
        form={form}
        fields={await part.form(call, form)}
        alike={visit.alike ?? []}
        next={next}
        publishes={publishesNew(visit)}
        isPublic={kind.isPublic?.(call.document) ?? true}
        speaksFor={await listSpeakers(writing, ownOrganisations(visit))}
        draftFrom={draft?.savedAt ?? null}
        otherDraftFrom={again ? (kept?.savedAt ?? null) : null}
      />
    ),
  })
}

async function add(
  application: Application,
  visit: AddingRequest,
  sent: FormValues,
  document: RecordDocument,
  { reason, organisation }: z.infer<typeof addedFields>,
): Promise<string> {
  const { writing, reader, network, kind } = visit
  const organisations = ownOrganisations(visit)
  const owners = kind.ownersOf(document) ?? []
  const result = await addContribution(application, writing, network, {
    kind,
    document,
    reason,
    language: reader.interfaceLanguage,
    organisationId:
      organisations.find((id) => id === organisation) ??
      organisations.find((id) => owners.includes(id)) ??
      organisations[0] ??
      null,
  })
  await dropDraft(writing, visit.personId, visit.form)
  if (result.outcome === 'suggested') return paths.sent(reader, network.slug, result.suggestionId, kind)
  const next = readNext(typedValue(sent, 'next'))
  return next === null
    ? paths.record(reader, network.slug, kind, result.head.slug, kind.tellDone?.(null, document) ?? 'added')
    : withChosen(next, result.head.id)
}

// The person’s earlier suggestion that was returned or that they withdrew: to be corrected and sent again.
async function lookUpAgain(visit: AddingRequest, id: string): Promise<FormValues | null> {
  const { writing, network, kind, personId } = visit
  if (id === '' || !kind.retype) return null
  const found = await lookUpSuggestion(writing, network.id, viewerOf(writing.actor, network.id), id)
  if (found === null || found.document === null || !isToSendAgain(found, kind.kind, personId)) return null
  return kind.retype({ ...callOf(visit), document: found.document })
}

function withChosen(next: string, id: string): string {
  return next.includes('?') ? `${next}&chosen=${id}` : withParameters(next, { chosen: id })
}

function callOf({ writing, reader, network, kind, form }: AddingRequest): PartCall {
  return { context: writing, reader, network, head: null, document: kind.blank(network), entryId: null, form }
}

function keepTyped({ writing, personId, network, form }: AddingRequest, fields: FormValues): Promise<Date> {
  return keepDraft(writing, personId, network.id, { form, baseNumber: null, fields })
}

function ownOrganisations({ writing, network }: AddingRequest): string[] {
  return organisationsOf(writing.actor, network.id, ['member', 'contributor', 'coordinator', 'chair'])
}

interface NewRecordPageProps {
  network: string
  kind: AddedKind
  form: FormState
  fields: ComponentChildren
  /** Existing records that may be the same: the new one is added only if the person confirms it. */
  alike: AlikeRecord[]
  /** Where the person continues afterwards; null for the record’s own page. */
  next: string | null
  publishes: boolean
  isPublic: boolean
  speaksFor: { id: string; name: LocalizedName }[]
  draftFrom: Date | null
  /** When the draft was kept that the filled-in values would replace. */
  otherDraftFrom: Date | null
}

/** The form by which a record is added. */
function NewRecordPage({ network, kind, form, ...props }: NewRecordPageProps) {
  const reader = useReader()
  const { t } = reader
  const { alike, next } = props
  const action = paths.adding(reader, network, kind).split('?')[0] ?? ''
  return (
    <>
      <PageHeading lead={t(kind.newPart.lead)}>{t(kind.newPart.title)}</PageHeading>
      {props.publishes ? null : <Notice>{t('contributions.adding.becomesSuggestion')}</Notice>}
      {props.draftFrom ? <DraftNotice action={action} at={props.draftFrom} isNew /> : null}
      {props.otherDraftFrom ? (
        <Notice kind="warning">
          {t('contributions.adding.otherDraft')} <Moment at={props.otherDraftFrom} />{' '}
          <a href={action}>{t('contributions.adding.keepDraft')}</a>
        </Notice>
      ) : null}
      {alike.length > 0 ? <Alike alike={alike} next={next} /> : null}
      <ContributionForm
        action={action}
        hidden={{ [sendingField]: newId(), ...(next === null ? {} : { next }) }}
        form={form}
        fields={props.fields}
        speaksFor={props.speaksFor}
        isSourced={(kind.isSourced ?? false) || !props.publishes}
        reasonHint={kind.newPart.reasonHint}
        submit={t(
          !props.publishes
            ? 'contributions.edit.suggest'
            : props.isPublic
              ? 'contributions.adding.publish'
              : 'contributions.edit.save',
        )}
        otherwise={
          alike.length > 0 ? (
            <button type="submit" class="button" name="action" value="anyway">
              {t('contributions.adding.anyway')}
            </button>
          ) : null
        }
        cancel={next ?? paths.records(reader, network, kind)}
      />
    </>
  )
}

function Alike({ alike, next }: { alike: AlikeRecord[]; next: string | null }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Notice kind="warning" live>
      <p>{t('contributions.adding.alike')}</p>
      <ul>
        {alike.map((each) => (
          <li key={each.id}>
            <a href={each.href} {...languageAttributes(reader, each.language)}>
              {each.title}
            </a>
            {each.details ? ` – ${each.details}` : null}
            {next?.includes('?') ? (
              <>
                {' '}
                <a href={`${next}&chosen=${each.id}`}>{t('contributions.adding.chooseIt')}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type AddingRequest = Awaited<ReturnType<typeof loadAddingRequest>>

/** A request of an actor who may add or suggest a record; 404 for others. */
async function loadAddingRequest(visit: Visit, kind: AddedKind) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const { actor } = writing
  if (!maySuggest(actor, network.id) || actor.kind !== 'person') notFound(kind.segment)
  return { ...loaded, kind, personId: actor.personId, form: `/${network.slug}/${kind.segment}/new` }
}

/** Whether a record that the actor adds is published at once, as far as this is known before its content is. */
function publishesNew({ writing, network, kind }: AddingRequest): boolean {
  const { actor } = writing
  const belongsToNobody = kind.ownersOf(kind.blank(network)) === null
  const ofMember = kind.isOfGroup ? [] : organisationsOf(actor, network.id, ['member'])
  const owners = belongsToNobody ? null : ofMember
  return (
    mayAddRecord(actor, { networkId: network.id, owners }) &&
    (network.publication === 'at_once' || mayPublishUnreviewed(actor, network.id))
  )
}
