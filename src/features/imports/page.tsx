import type { FastifyReply } from 'fastify'
import type { FormState } from '../../platform/input/form.ts'
import { drawNetworkPage, type NetworkRequest } from '../networks/index.ts'
import { assistantHost } from './texts/assistant/host.ts'
import { NewImportPage } from './views/new-import-page.tsx'

/** A form that came back: which of the two, what was typed and what is wrong with it. */
export interface TypedImport extends FormState {
  of: 'text' | 'table'
}

/** The page on which an import begins: of a text, or of a table. */
export function drawNewImport(asked: NetworkRequest, typed: TypedImport | null = null): FastifyReply {
  const { application, reader, network } = asked
  const { settings } = application
  return drawNetworkPage(asked, {
    title: reader.t('imports.begin.title'),
    description: reader.t('imports.list.lead'),
    path: '/imports/new',
    noindex: true,
    children: (
      <NewImportPage
        network={network}
        mostBytes={settings.uploadMegabytes * 1e6}
        assistantHost={assistantHost(settings)}
        typed={typed}
      />
    ),
  })
}
