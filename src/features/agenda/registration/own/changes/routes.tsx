import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../../platform/http/visit.ts'
import { fieldError, readForm } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { drawSecretPage, goOn } from '../../../../networks/index.ts'
import { entryValues } from '../../entry-values.ts'
import { changeEntry } from '../../queue/commands.ts'
import { entryForm } from '../../schema.ts'
import { type OwnRequest, readLiveRequest } from '../call.ts'
import { ChangePage } from '../views/change-page.tsx'

const place = '/:language/:network/agenda/registered/:token/change'

/** The form by which somebody changes what they said when they registered. */
export function addChangeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readLiveRequest, show)
  pages.post(place, readLiveRequest, async (asked) => {
    const { request, reply, event, terms, registration, telling } = asked
    const form = readForm(entryForm(event, terms), request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    const entry = { ...form.data, address: registration.address }
    const outcome = await changeEntry(telling, terms, registration, entry)
    if (outcome === 'done') return goOn(reply, `${asked.address}?done=changed`)
    const errors = [fieldError('country', 'agenda.error.countryFull')]
    return show(withStatus(asked, 422), { values: form.values, errors })
  })
}

function show(asked: OwnRequest, typed?: Shown): FastifyReply {
  const title = asked.reader.t('agenda.registration.change')
  const shown = typed ?? { values: entryValues(asked.registration), errors: [] }
  return drawSecretPage(asked, {
    title,
    description: title,
    children: <ChangePage {...asked} shown={shown} />,
  })
}
