import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { boot } from './app/boot'
import './app/global.css'

const root = document.getElementById('root')
if (root) void boot().then((booted) => createRoot(root).render(<App {...booted} />))
