import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { FactMark } from '../../../../platform/records/fact-sources.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { keepDraft, lookUpDraft } from '../../../contributions/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../../../networks/index.ts'
import { maySpeakFor } from '../../policy.ts'
import { paths } from '../paths.ts'
import { draftOf } from './draft.ts'
import { lookUpSaid, type Said } from './queries.ts'

interface SaidRequest extends NetworkRequest {
  said: Said
  personId: string
  /** The form of a new wish, as its draft goes by. */
  form: string
}

/** Where an authority makes what a source says of it its own wish: the form is filled in with those words. */
export function addSaidRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/said/:interest'
  pages.get(place, loadSaidRequest, show)
  pages.post(place, loadSaidRequest, async (visit) => {
    const { request, reply, writing, reader, network, personId, form, said } = visit
    const draft = await lookUpDraft(writing, personId, form)
    const isBegun = draft !== null && typedValue(draft.fields, 'interest') === said.id
    // A draft of something else is not thrown away unasked.
    if (draft !== null && !isBegun && typedValue(readValues(request.body), 'replace') !== 'yes')
      return show(visit)
    if (!isBegun) {
      const fields = draftOf(reader, network, said)
      await keepDraft(writing, personId, network.id, { form, baseNumber: null, fields })
    }
    return reply.redirect(paths.newWish(reader, network.slug), 303)
  })
}

async function loadSaidRequest(visit: Visit): Promise<SaidRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const id = parameterOf(request.params, 'interest') ?? ''
  const said = (await lookUpSaid(writing, network.id, id)) ?? notFound(id)
  const { actor } = writing
  const owner = { networkId: network.id, organisationId: said.organisation.id }
  if (actor.kind !== 'person' || !maySpeakFor(actor, owner)) notFound(id)
  return { ...loaded, said, personId: actor.personId, form: `/${network.slug}/partners/new` }
}

async function show(visit: SaidRequest): Promise<FastifyReply> {
  const { application, context, writing, reader, network, said, personId, form } = visit
  const facts = { context, reader, network, subjectIds: [said.id] }
  const marks = (await application.factSources?.findMarks(facts)) ?? (() => [])
  const draft = await lookUpDraft(writing, personId, form)
  const isOther = draft !== null && typedValue(draft.fields, 'interest') !== said.id
  return renderNetworkPage(visit, {
    title: reader.t('partners.wish.fromSaid.title'),
    description: reader.t('partners.wish.fromSaid.lead'),
    path: `/partners/said/${said.id}`,
    noindex: true,
    width: 'reading',
    children: (
      <SaidPage
        network={network.slug}
        said={said}
        marks={marks(said.id, 'organisation')}
        otherDraftFrom={isOther ? draft.savedAt : null}
      />
    ),
  })
}

interface SaidPageProps {
  network: string
  said: Said
  marks: FactMark[]
  /** When a draft of another wish was kept, which would be lost. */
  otherDraftFrom: Date | null
}

/** What a source says of an authority, and the button by which people who speak for it go on from these words. */
function SaidPage({ network, said, marks, otherDraftFrom }: SaidPageProps) {
  const reader = useReader()
  const { t } = reader
  const action = paths.said(reader, network, said.id).split('?')[0]
  return (
    <>
      <PageHeading
        kicker={<a href={paths.board(reader, network)}>{t('partners.board.title')}</a>}
        lead={t('partners.wish.fromSaid.lead')}
      >
        {t('partners.wish.fromSaid.title')}
      </PageHeading>
      <p class="entry-title">
        <Name name={said.organisation.name} />
      </p>
      <Statement evidence={marks}>
        <Passage text={said.seeks} as="span" />
      </Statement>
      {otherDraftFrom === null ? null : (
        <Notice kind="warning">
          {t('partners.wish.fromSaid.otherDraft')} <Moment at={otherDraftFrom} />
        </Notice>
      )}
      <form method="post" action={action} class="form">
        {otherDraftFrom === null ? null : <input type="hidden" name="replace" value="yes" />}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t(otherDraftFrom === null ? 'partners.wish.fromSaid.begin' : 'partners.wish.fromSaid.replace')}
          </button>
          {otherDraftFrom === null ? null : (
            <a href={paths.newWish(reader, network)}>{t('partners.wish.fromSaid.keepDraft')}</a>
          )}
        </p>
      </form>
    </>
  )
}
