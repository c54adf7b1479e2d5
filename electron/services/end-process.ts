import type { UtilityProcess } from 'electron'

/** Ends a process of ours, also one that is still starting: before it has started a process cannot be killed. */
export function endProcess(child: UtilityProcess): void {
  if (child.pid === undefined) child.once('spawn', () => child.kill())
  else child.kill()
}
