import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Network } from '../../networks/index.ts'

/** What mails about an expectation are written with; the context is that of the command. */
export interface Telling {
  application: Pick<Application, 'settings' | 'translate'>
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'name'>
}
