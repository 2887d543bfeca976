import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { DateField } from '../../../ui/form/date-field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { chosenId, OrganisationPicker, ownLanguageOf, shortNames } from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { paths, roundPath } from '../paths.ts'
import { addCommitment } from './commands.ts'
import { findWish } from './queries.ts'
import { type RoundAsked, readAdvisedRound } from './request.ts'
import type { RoundRow } from './round.ts'
import { commitmentForm, longestWish } from './schema.ts'
import { MeetingName } from './views/meeting-name.tsx'

/** Who undertakes what because of a wish, and by when: a decision of the meeting. */
export function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/partners/rounds/:meeting/wishes/:wish/commitment', {
    open: readAdviserAsked,
    title: 'partners.round.commitTitle',
    description: 'partners.round.lead',
    path: ({ meeting, wish }) => `${roundPath(meeting.slug)}/wishes/${wish.id}/commitment`,
    action: ({ reader, network, meeting, wish }) =>
      paths.commitment(reader, network.slug, meeting.slug, wish.id),
    submit: 'partners.round.commitSave',
    page: ({ reader, network, meeting, wish, row }, form, state) => (
      <>
        <ErrorList form={state} />
        <PageHeading
          kicker={
            <a href={paths.round(reader, network.slug, meeting.slug)}>
              {reader.t('partners.round.name')} – <MeetingName meeting={meeting} />
            </a>
          }
          lead={reader.t('partners.round.commitLead')}
        >
          {reader.t('partners.round.commitTitle')}
        </PageHeading>
        <p class="expectation-way">
          <Name name={shortNames(row.organisation)} own={ownLanguageOf(row.organisation.country)} />
        </p>
        <p>
          {reader.t(`partners.round.kindOf.${wish.kind}`)} – <Passage text={wish.text} as="span" />
        </p>
        {form}
      </>
    ),
    schema: ({ reader, writing }) => commitmentForm(reader.interfaceLanguage, writing.today),
    pickers: ['organisation'],
    fields: ({ reader: { t }, network }, _, choices) => (
      <>
        <OrganisationPicker
          name="organisation"
          label={t('partners.round.commitBy')}
          picked={choices.get('organisation') ?? { state: 'empty' }}
          required
        />
        <LocalizedField
          languages={network.languages}
          name="text"
          label={t('partners.round.commitText')}
          text={{}}
          max={longestWish}
          rows={2}
          required
        />
        <DateField name="due" label={t('partners.round.commitDue')} assumesYear required />
      </>
    ),
    save: async ({ writing, reader, network, meeting, round, wish }, { text, due }, choices) => {
      await addCommitment(writing, round, {
        wishId: wish.id,
        organisationId: chosenId(choices, 'organisation') ?? notFound('organisation'),
        text,
        due,
        language: reader.interfaceLanguage,
      })
      return paths.round(reader, network.slug, meeting.slug)
    },
  })
}

type WishAsked = RoundAsked & { wish: Awaited<ReturnType<typeof findWish>>; row: RoundRow }

async function readAdviserAsked(visit: Visit): Promise<WishAsked> {
  const { request } = visit
  const opened = await readAdvisedRound(visit)
  const wish = await findWish(opened.writing, opened.round.id, parameterOf(request.params, 'wish') ?? '')
  const row = opened.round.rows.find(({ organisation }) => organisation.id === wish.organisationId)
  return { ...opened, wish, row: row ?? notFound(wish.id) }
}
