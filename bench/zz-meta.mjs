import * as esbuild from 'esbuild'; import path from 'node:path'; import {gzipSync} from 'node:zlib';
const entry=process.argv[2];
const r=await esbuild.build({bundle:true,minify:true,target:'es2022',legalComments:'none',absWorkingDir:process.cwd(),entryPoints:{app:entry},outdir:'/tmp/perf/o',format:'esm',splitting:true,chunkNames:'chunk-[hash]',metafile:true,write:false,nodePaths:[path.resolve('node_modules')],define:{'process.env.NODE_ENV':'"production"'}});
const txt=Object.fromEntries(r.outputFiles.map(f=>[path.basename(f.path),f.contents]));
const outs=Object.fromEntries(Object.entries(r.metafile.outputs).map(([k,v])=>[path.basename(k),v]));
const seen=new Set();const st=['app.js'];while(st.length){const k=st.pop();if(seen.has(k))continue;seen.add(k);for(const i of outs[k].imports)if(i.kind==='import-statement')st.push(path.basename(i.path))}
let tot=0;const mods={};
for(const k of seen){const g=gzipSync(txt[k],{level:9}).length;tot+=g;for(const[m,v]of Object.entries(outs[k].inputs))mods[m]=(mods[m]??0)+v.bytesInOutput}
console.log('static',tot,'files',seen.size,'raw',Object.values(mods).reduce((a,b)=>a+b));
const one=gzipSync(Buffer.concat([...seen].map(k=>txt[k])),{level:9}).length;console.log('as one file',one);
console.log(Object.entries(mods).sort((a,b)=>b[1]-a[1]).slice(0,+process.argv[3]||90).map(([k,v])=>v+' '+k.replace('../dist/esm/','')).join('\n'));
const groups={};for(const[m,v]of Object.entries(mods)){const g=m.replace('../dist/esm/','').split('/').slice(0,2).join('/');groups[g]=(groups[g]??0)+v}console.log(groups);
