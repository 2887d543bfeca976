import type { FastifyInstance, FastifyReply } from 'fastify'
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
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { addLinkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { addErasure, loadLinkRequest, renderEnded, renderSecretPage } from '../../networks/index.ts'
import { backToSheet, loadSheetForm, type PracticeRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { lookUpPractice } from '../sheets/queries.ts'
import { practiceTitle } from '../sheets/sheet-words.ts'
import { askReview, forgetReviewer, giveReview } from './commands.ts'
import { listAskable, listReviews, lookUpReview } from './queries.ts'
import { ReviewFields, reviewSchema, reviewValues } from './review-form.tsx'

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

  addNetworkForm(pages, `${place}/:review`, {
    open: async (visit) => {
      const loaded = await loadPublished(visit)
      const { writing, network, practice } = loaded
      const id = parameterOf(visit.request.params, 'review')
      const review = (await listReviews(writing, practice.id)).find((each) => each.id === id)
      // Only the reviewer itself says it: not even the secretariat does.
      const own = organisationsOf(writing.actor, network.id, ['member'])
      return review && own.includes(review.reviewer.id) ? { ...loaded, review } : notFound('review')
    },
    title: 'practices.review.title',
    lead: 'practices.review.lead',
    submit: 'practices.review.send',
    width: 'reading',
    isOnce: true,
    path: ({ practice, review }) => `/practices/${practice.slug}/reviews/${review.id}`,
    back: (visit) => backToSheet(visit),
    values: ({ review }) => reviewValues(review),
    schema: reviewSchema,
    fields: (visit) => <ReviewFields call={visit} />,
    save: async (visit, typed) => {
      await giveReview(visit, typed)
      return afterwards(visit)
    },
  })

  const linked = '/:language/:network/practices/reviews/:token'
  pages.get(linked, loadOpenRequest, (visit) =>
    showReview(visit, { values: reviewValues(visit.review), errors: [] }),
  )
  const sending = pagesOf(app, application, { ...noStore, ...limits.mail })
  addLinkAction(sending, `${linked}/answer`, {
    open: loadOpenRequest,
    schema: reviewSchema,
    again: showReview,
    isOnce: true,
    save: async (visit, typed) => {
      await giveReview(visit, typed)
      return `${visit.address}?done=told`
    },
  })
  addErasure(sending, linked, {
    open: loadReviewRequest,
    goes: 'practices.review.erasure.goes',
    stays: 'practices.review.erasure.stays',
    erase: ({ writing, review }) => forgetReviewer(writing, review),
    erased: ({ reader }) => ({
      title: reader.t('practices.review.title'),
      text: reader.t('practices.review.erasure.done'),
    }),
  })
}

const afterwards = ({ reader, network, practice }: PracticeRequest) =>
  paths.today(reader, network.slug, practice.slug, '#reviews')

async function loadPublished(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadSheetForm(visit)
  return loaded.practice.publication === 'published' ? loaded : notFound('reviews')
}

async function loadReviewRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token, actualDay } = loaded
  const review =
    (await lookUpReview({ ...writing, today: actualDay }, network.id, token)) ?? notFound('review')
  return { ...loaded, review }
}

/** The sheet as anybody reads it; a link that has ended, or whose sheet is withdrawn, is told so. */
async function loadOpenRequest(visit: Visit) {
  const loaded = await loadReviewRequest(visit)
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

type OpenRequest = NonNullable<Awaited<ReturnType<typeof loadOpenRequest>>>

function showReview(visit: OpenRequest, form: FormState): FastifyReply {
  const { request, reader, network, practice, review, address, token } = visit
  const { t } = reader
  return renderSecretPage(visit, {
    title: t('practices.review.title'),
    description: t('practices.review.lead'),
    children: (
      <>
        <ErrorList form={form} />
        <LanguageLinks addressIn={(language) => paths.byLink(language, network.slug, token)} />
        <PageHeading
          kicker={chooseName(shortNames(practice.holder), reader.language).text}
          lead={t('practices.review.link.lead', {
            reviewer: chooseName(review.reviewer.name, reader.language).text,
            day: dayWords(reader, review.endsAt?.toISOString().slice(0, 10) ?? review.askedOn),
          })}
        >
          {t('practices.review.title')}
        </PageHeading>
        {parameterOf(request.query, 'done') === 'told' && form.errors.length === 0 ? (
          <Notice kind="done" live>
            {t('practices.review.done')}
          </Notice>
        ) : null}
        <Section id="sheet" title={practiceTitle(reader, practice)}>
          {(['problem', 'done', 'failed'] as const).map((name) => (
            <>
              <h3>{t(`practices.field.${name}`)}</h3>
              <Passage text={practice[name]} as="div" />
            </>
          ))}
          <p>
            <a href={paths.practice(reader, network.slug, practice.slug)}>{t('practices.review.whole')}</a>
          </p>
        </Section>
        <Form action={`${address}/answer`} form={form} submit={t('practices.review.send')} once>
          <ReviewFields call={visit} />
        </Form>
        <AddressData address={address} />
      </>
    ),
  })
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
