import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { eventDateWords, eventTitle, lookUpEvent } from '../../agenda/events/index.ts'
import { addLinkAction, listOrganisationRefs } from '../../directory/picking/index.ts'
import { addErasure, loadLinkRequest, renderEnded, renderSecretPage } from '../../networks/index.ts'
import { forgetAddress } from '../asking/commands.ts'
import { lookUpQuestion } from '../asking/queries.ts'
import { lookUpOutcome } from '../outcomes.queries.ts'
import { paths } from '../paths.ts'
import { AnswerFields, answerForm, answerValues } from './answer-form.tsx'
import { dayOfAnswer, tellOutcome } from './commands.ts'

/** What an organisation without an account does by the link in its mail: says what came of the exchange, changes it, or has its address erased. */
export function addLinkRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  const place = '/:language/:network/outcomes/:token'
  pagesOf(app, application, noStore).get(place, loadOpenRequest, (visit) =>
    show(visit, { values: answerValues(visit.reader, visit.answer), errors: [] }),
  )
  addLinkAction(pages, `${place}/answer`, {
    open: loadOpenRequest,
    schema: ({ reader, actualDay }) => answerForm(reader, actualDay),
    again: show,
    isOnce: true,
    save: async (visit, typed) => {
      const { writing, reader, network, event, question, address } = visit
      const telling = { network, event, language: reader.interfaceLanguage }
      const inside = { ...writing, today: dayOfAnswer(visit) }
      await tellOutcome(inside, { ...telling, organisationId: question.organisationId }, typed)
      return `${address}?done=told`
    },
  })
  addErasure(pages, place, {
    open: loadQuestionRequest,
    goes: 'outcomes.erasure.goes',
    stays: 'outcomes.erasure.stays',
    erase: ({ writing, question }) => forgetAddress(writing, question),
    erased: ({ reader }) => ({
      title: reader.t('outcomes.form.title'),
      text: reader.t('outcomes.erasure.done'),
    }),
  })
}

type OpenRequest = NonNullable<Awaited<ReturnType<typeof loadOpenRequest>>>

async function loadQuestionRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token, actualDay } = loaded
  const question =
    (await lookUpQuestion({ ...writing, today: actualDay }, network.id, token)) ?? notFound('outcome')
  return { ...loaded, question }
}

/** The exchange as its holders see it; a link that has ended, or whose organisation answers for it no longer, is told so. */
async function loadOpenRequest(visit: Visit) {
  const loaded = await loadQuestionRequest(visit)
  const { writing, network, reader, question, actualDay } = loaded
  // The link speaks for a holder, who sees the event whatever others see of it.
  const inside = { ...writing, actor: { kind: 'operator' } as const, today: actualDay }
  const event = (await lookUpEvent(inside, network.id, question.eventId)) ?? notFound('outcome')
  const hasEnded = question.endsAt.getTime() <= writing.clock.now().epochMilliseconds
  if (question.mayAnswer && !hasEnded) {
    const outcome = await lookUpOutcome(inside, event.id)
    const answer = outcome?.answers.find(({ organisationId }) => organisationId === question.organisationId)
    const refs = await listOrganisationRefs(writing, [question.organisationId])
    return {
      ...loaded,
      event,
      answer,
      organisation: refs.get(question.organisationId) ?? notFound('outcome'),
    }
  }
  const why = event.state === 'cancelled' ? 'cancelled' : question.mayAnswer ? 'ended' : 'left'
  renderEnded(loaded, {
    title: reader.t('outcomes.form.title'),
    text: reader.t(`outcomes.ended.${why}`, {
      day: dayWords(reader, question.endsAt.toISOString().slice(0, 10)),
      event: eventTitle(reader, event),
    }),
    children: <AddressData address={loaded.address} />,
    status: 410,
  })
  return null
}

function show(visit: OpenRequest, form: FormState): FastifyReply {
  const { request, reader, network, event, organisation, question, address, token } = visit
  const { t } = reader
  return renderSecretPage(visit, {
    title: t('outcomes.form.title'),
    description: t('outcomes.form.title'),
    children: (
      <>
        <ErrorList form={form} />
        <LanguageLinks addressIn={(language) => paths.byLink(language, network.slug, token)} />
        <PageHeading
          kicker={`${eventTitle(reader, event)} · ${eventDateWords(reader, network.countries, event)}`}
          lead={t('outcomes.link.lead', {
            network: chooseName(network.name, reader.language).text,
            organisation: chooseName(organisation.name, reader.language).text,
            day: dayWords(reader, question.endsAt.toISOString().slice(0, 10)),
          })}
        >
          {t('outcomes.form.title')}
        </PageHeading>
        {parameterOf(request.query, 'done') === 'told' && form.errors.length === 0 ? (
          <Notice kind="done" live>
            {t('outcomes.link.done')}
          </Notice>
        ) : null}
        <Form action={`${address}/answer`} form={form} submit={t('outcomes.form.send')} once>
          <AnswerFields organisations={[organisation]} />
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
    <ErasureSection title={t('outcomes.erasure.title')} label={t('outcomes.erasure.erase')} address={address}>
      <p>{t('outcomes.erasure.kept')}</p>
    </ErasureSection>
  )
}
