import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { addFormPage } from '../../../ui/form/form-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { addNetworkForm, byLink } from '../../directory/picking/index.ts'
import { addErasure, loadLinkRequest, type NetworkRequest, renderEnded } from '../../networks/index.ts'
import { backToSheet, loadSheetForm, type PracticeRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { lookUpPractice, type Practice } from '../sheets/queries.ts'
import { practiceTitle } from '../sheets/sheet-words.ts'
import { askReview, forgetReviewer, giveReview } from './commands.ts'
import { listAskable, listReviews, lookUpReview, type PracticeReview } from './queries.ts'
import { ReviewFields, reviewSchema, reviewValues, type TypedReview } from './review-form.tsx'

/** How a holder asks the other side to review a sheet, and how that answers: with an account, or by the link in its mail. */
export function addReviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/practices/:slug/reviews'
  addNetworkForm(pages, `${place}/new`, {
    open: async (visit) => {
      const loaded = await loadPublished(visit)
      if (!loaded.isHolders) notFound('reviews')
      return { ...loaded, askable: await listAskable(loaded.writing, loaded.practice) }
    },
    title: 'practices.review.ask.title',
    lead: 'practices.review.ask.lead',
    submit: 'practices.review.ask.send',
    width: 'reading',
    isOnce: true,
    path: ({ practice }) => `/practices/${practice.slug}/reviews/new`,
    back: (visit) => backToSheet(visit),
    values: ({ askable }) => ({ reviewer: askable[0]?.id ?? '' }),
    schema: () => z.object({ reviewer: z.uuid() }),
    fields: ({ reader, network, askable }) => {
      const { t } = reader
      if (askable.length === 0) return <p>{t('practices.review.ask.nobody')}</p>
      const countries = byOwnSide(reader, network.countries)
      return (
        <ChoiceField
          name="reviewer"
          label={t('practices.review.reviewer')}
          options={askable
            .toSorted((a, b) => countries.indexOf(a.country) - countries.indexOf(b.country))
            .map((each) => ({
              value: each.id,
              label: `${chooseName(shortNames(each), reader.language).text} (${countryName(reader, each.country)})`,
              ...(each.isTied ? { hint: t('practices.review.ask.tied') } : {}),
            }))}
          required
        />
      )
    },
    save: async (visit, { reviewer }) =>
      (await askReview(visit, visit.practice, reviewer))
        ? afterwards(visit)
        : [fieldError('reviewer', 'practices.review.error.nobody')],
  })

  const sending = { ...noStore, ...limits.mail }
  const form = {
    title: 'practices.review.title',
    submit: 'practices.review.send',
    width: 'reading',
    isOnce: true,
    path: ({ practice, review }: ReviewRequest) => `/practices/${practice.slug}/reviews/${review.id}`,
    values: ({ review }: ReviewRequest) => reviewValues(review),
    schema: reviewSchema,
    fields: (visit: ReviewRequest) => <ReviewFields call={visit} />,
    page: (visit: ReviewRequest, rendered: ComponentChildren, state: FormState) => (
      <ReviewPage visit={visit} state={state}>
        {rendered}
      </ReviewPage>
    ),
    save: async (visit: ReviewRequest, typed: TypedReview) => {
      await giveReview(visit, typed)
      return visit.token === undefined ? afterwards(visit) : `${visit.request.url.split('?')[0]}?done=told`
    },
    sending,
  } as const
  const linked = '/:language/:network/practices/reviews/:token'
  addNetworkForm(pages, `${place}/:review`, { ...form, open: loadOwnReview })
  addFormPage(byLink, pages, linked, { ...form, open: loadOpenReview })
  addErasure(pages.with(sending), linked, {
    open: loadLinkedReview,
    goes: 'practices.review.erasure.goes',
    stays: 'practices.review.erasure.stays',
    erase: ({ writing, review }) => forgetReviewer(writing, review),
    erased: ({ reader }) => ({
      title: reader.t('practices.review.title'),
      text: reader.t('practices.review.erasure.done'),
    }),
  })
}

const afterwards = ({ reader, network, practice }: Omit<ReviewRequest, 'review'>) =>
  paths.today(reader, network.slug, practice.slug, '#reviews')

async function loadPublished(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadSheetForm(visit)
  return loaded.practice.publication === 'published' ? loaded : notFound('reviews')
}

interface ReviewRequest extends NetworkRequest {
  practice: Practice
  review: PracticeReview
  /** Of the link by which they came. */
  token?: string
}

/** The review that the reader’s own authority was asked for: only itself says it, not even the secretariat does. */
async function loadOwnReview(visit: Visit): Promise<ReviewRequest> {
  const loaded = await loadPublished(visit)
  const { writing, network, practice } = loaded
  const id = parameterOf(visit.request.params, 'review')
  const review = (await listReviews(writing, practice.id)).find((each) => each.id === id)
  const own = organisationsOf(writing.actor, network.id, ['member'])
  return review && own.includes(review.reviewer.id) ? { ...loaded, review } : notFound('review')
}

async function loadLinkedReview(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token, actualDay } = loaded
  const review = await lookUpReview({ ...writing, today: actualDay }, network.id, token)
  return { ...loaded, review: review ?? notFound('review') }
}

/** The sheet as anybody reads it; a link that has ended, or whose sheet is withdrawn, is told so. */
async function loadOpenReview(visit: Visit): Promise<ReviewRequest | null> {
  const loaded = await loadLinkedReview(visit)
  const { writing, network, reader, review } = loaded
  const practice = await lookUpPractice(writing, network.id, { id: review.sheetId })
  const hasEnded = (review.endsAt?.getTime() ?? 0) <= writing.clock.now().epochMilliseconds
  if (practice?.publication === 'published' && !hasEnded) return { ...loaded, practice }
  renderEnded(loaded, {
    title: reader.t('practices.review.title'),
    text: reader.t('practices.review.ended'),
    children: <AddressData address={loaded.address} />,
    status: 410,
  })
  return null
}

interface ReviewPageProps {
  visit: ReviewRequest
  state: FormState
  children: ComponentChildren
}

/** The three questions beneath what they are about; by a link, with its languages and what is kept of the address. */
function ReviewPage({ visit, state, children }: ReviewPageProps) {
  const { request, reader, network, practice, review, token } = visit
  const { t } = reader
  const day = dayWords(reader, review.endsAt?.toISOString().slice(0, 10) ?? review.askedOn)
  const reviewer = chooseName(review.reviewer.name, reader.language).text
  const isDone = parameterOf(request.query, 'done') === 'told' && state.errors.length === 0
  return (
    <>
      <ErrorList form={state} />
      {token === undefined ? null : (
        <LanguageLinks addressIn={(language) => paths.byLink(language, network.slug, token)} />
      )}
      <PageHeading
        kicker={chooseName(shortNames(practice.holder), reader.language).text}
        lead={
          token === undefined
            ? t('practices.review.lead')
            : t('practices.review.link.lead', { reviewer, day })
        }
      >
        {t('practices.review.title')}
      </PageHeading>
      {isDone ? (
        <Notice kind="done" live>
          {t('practices.review.done')}
        </Notice>
      ) : null}
      <Section id="sheet" title={practiceTitle(reader, practice)}>
        {(['problem', 'done', 'failed'] as const).map((name) => (
          <>
            <h3>{t(`practices.field.${name}`)}</h3>
            <Passage text={practice[name]} as="div" class="as-written" />
          </>
        ))}
        <p>
          <a href={paths.practice(reader, network.slug, practice.slug)}>{t('practices.review.whole')}</a>
        </p>
      </Section>
      {children}
      {token === undefined ? null : (
        <AddressData address={paths.byLink(reader.language, network.slug, token)} />
      )}
    </>
  )
}

/** What is kept of the address, how long, and how to have it erased before. */
function AddressData({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection
      title={t('practices.review.erasure.title')}
      label={t('practices.review.erasure.erase')}
      address={address}
    >
      <p>{t('practices.review.erasure.kept')}</p>
    </ErasureSection>
  )
}
