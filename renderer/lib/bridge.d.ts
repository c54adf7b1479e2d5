import type { KebuBridge } from '@shared/contract'

declare global {
  interface Window {
    /** Put there by the preload; absent only outside the program's own window. */
    readonly kebu: KebuBridge
  }
}
