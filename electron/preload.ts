import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { KebuBridge, KebuEvent } from '../shared/contract'

/** The whole bridge: one way to ask, one way to be told. */
const bridge: KebuBridge = {
  request: (route, input) => ipcRenderer.invoke('kebu:request', route, input),
  on(listener) {
    const forward = (_: IpcRendererEvent, event: KebuEvent) => listener(event)
    ipcRenderer.on('kebu:event', forward)
    return () => ipcRenderer.removeListener('kebu:event', forward)
  },
}

contextBridge.exposeInMainWorld('kebu', bridge)
