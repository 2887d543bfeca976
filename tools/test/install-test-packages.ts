// Installs the Debian packages that the tests need, beside another step that takes its time; `npm test` installs what is still missing.
import { installPackages } from './install-packages.ts'
import { testPackages } from './packages.ts'

installPackages(testPackages)
