// What the tests need of Debian, installed beside something else that takes its time; `npm test` installs what is still missing.
import { installPackages } from './install-packages.ts'
import { testPackages } from './packages.ts'

installPackages(testPackages)
