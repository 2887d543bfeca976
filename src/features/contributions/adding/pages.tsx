import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendingField, sendOnce } from '../../../platform/http/sent-form.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import { readNext } from '../../../platform/input/next.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { AlikeRecord, PartCall, RecordKind } from '../../../platform/records/record-kind.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { drawNetworkPage } from '../../networks/index.ts'
import { dropDraft, keepDraft } from '../drafts.commands.ts'
import { lookUpDraft } from '../drafts.queries.ts'
import { readChosen } from '../editing/chosen.ts'
import { ContributionForm, DraftNotice } from '../editing/contribution-form.tsx'
import { addedFields, ownFields, partFields } from '../editing/schema.ts'
import { paths } from '../paths.ts'
import { listSpeakers } from '../speakers.queries.ts'
import { isToSendAgain } from '../suggestions/came-back.ts'
import { lookUpSuggestion } from '../suggestions/queries.ts'
import { viewerOf } from '../suggestions/viewer.ts'
import { type AddingRequest, publishesNew, readAddingRequest } from './call.ts'
import { addContribution } from './commands.ts'

/** The form by which each kind of record is added, with its draft. */
export function addAddingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    const place = `/:language/:network/${kind.segment}/new`
    pages.get(place, async (visit) => {
      return showForm(await readAddingRequest(visit, kind))
    })
    pages.post(place, async (visit) => {
      return takeForm(await readAddingRequest(visit, kind))
    })
    pages.post(`${place}/draft`, async (visit) => {
      const { request, reply } = visit
      const asked = await readAddingRequest(visit, kind)
      const saved = await keepTyped(asked, readValues(request.body))
      return reply.send({ savedAt: saved.toISOString() })
    })
    pages.post(`${place}/draft/removal`, async (visit) => {
      const { reply } = visit
      const asked = await readAddingRequest(visit, kind)
      await dropDraft(asked.writing, asked.personId, asked.form)
      return reply.redirect(paths.adding(asked.reader, asked.network.slug, kind), 303)
    })
  }
}

interface Typed {
  values: FormValues
  errors: FieldError[]
  alike?: AlikeRecord[]
}

async function showForm(asked: AddingRequest, typed?: Typed): Promise<FastifyReply> {
  const { request, writing, reader, network, kind } = asked
  const part = kind.newPart
  const call = callOf(asked)
  const again = typed ? null : await lookUpAgain(asked, parameterOf(request.query, 'again') ?? '')
  const kept = typed ? null : await lookUpDraft(writing, asked.personId, asked.form)
  const draft = again ? null : kept
  const standing = typed?.values ?? again ?? draft?.fields ?? (await part.values(call))
  const values = typed ? standing : { ...standing, ...(await readChosen(asked, request.query)) }
  const errors = typed?.errors ?? []
  const form = { values, errors }
  const next = readNext(typedValue(values, 'next') || parameterOf(request.query, 'next'))
  const isDoubtful = errors.length > 0 || (typed?.alike?.length ?? 0) > 0
  return drawNetworkPage(asked, {
    status: isDoubtful ? 422 : 200,
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
        alike={typed?.alike ?? []}
        next={next}
        publishes={publishesNew(asked)}
        speaksFor={await listSpeakers(writing, ownOrganisations(asked))}
        draftFrom={draft?.savedAt ?? null}
        otherDraftFrom={again ? (kept?.savedAt ?? null) : null}
      />
    ),
  })
}

async function takeForm(asked: AddingRequest): Promise<FastifyReply> {
  const { request, application, reply, writing, reader, network, kind } = asked
  const sent = readValues(request.body)
  const own = readForm(addedFields, sent)
  const reading = await kind.newPart.read(callOf(asked), partFields(sent))
  const values = reading.valid ? sent : { ...ownFields(sent), ...reading.values }
  if (!reading.valid && reading.isToBeDrawnAgain) return showForm(asked, { values, errors: reading.errors })
  if (!reading.valid || !own.valid) {
    const errors = [...(reading.valid ? [] : reading.errors), ...(own.valid ? [] : own.errors)]
    // A link in the form may lead away, to an organisation that is to be added first.
    await keepTyped(asked, values)
    return showForm(asked, { values, errors })
  }
  const { document } = reading
  const alike: AlikeRecord[] = []
  const led = await sendOnce(writing, { action: request.url, values: sent }, async (inside) => {
    if (typedValue(sent, 'action') !== 'anyway')
      alike.push(...(await kind.listAlike(inside, reader, network, document)))
    return alike.length > 0 ? null : add(application, { ...asked, writing: inside }, sent, document, own.data)
  })
  if (led === null) return showForm(asked, { values, errors: [], alike })
  return reply.redirect(led, 303)
}

async function add(
  application: Application,
  asked: AddingRequest,
  sent: FormValues,
  document: RecordDocument,
  { reason, organisation }: z.infer<typeof addedFields>,
): Promise<string> {
  const { writing, reader, network, kind } = asked
  const organisations = ownOrganisations(asked)
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
  await dropDraft(writing, asked.personId, asked.form)
  if (result.outcome === 'suggested') return paths.sent(reader, network.slug, result.suggestionId, kind)
  const next = readNext(typedValue(sent, 'next'))
  return next === null
    ? paths.record(reader, network.slug, kind, result.head.slug, kind.tellDone?.(null, document))
    : withChosen(next, result.head.id)
}

// What the same person had suggested and what came back to them, or they took back: to be corrected and sent again.
async function lookUpAgain(asked: AddingRequest, id: string): Promise<FormValues | null> {
  const { writing, network, kind, personId } = asked
  if (id === '' || !kind.retype) return null
  const found = await lookUpSuggestion(writing, network.id, viewerOf(writing.actor, network.id), id)
  if (found === null || found.document === null || !isToSendAgain(found, kind.kind, personId)) return null
  return kind.retype({ ...callOf(asked), document: found.document })
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
  kind: RecordKind
  form: FormState
  fields: ComponentChildren
  /** What exists already and may be the same: it is added only when the person says so. */
  alike: AlikeRecord[]
  /** Where one goes on to when it is added; null for its own page. */
  next: string | null
  publishes: boolean
  speaksFor: { id: string; name: LocalizedName }[]
  draftFrom: Date | null
  /** When a draft was kept that what is filled in would take the place of. */
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
        reasonHint={kind.newPart.reasonHint}
        submit={t(props.publishes ? 'contributions.adding.publish' : 'contributions.edit.suggest')}
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
