// The isosurface of the track density in the framework, with the pathway and its bottleneck.
(() => {
  const BOHR_A = 0.529177;
  const at = id => document.getElementById('pathway-' + id);
  const scenes = [...document.querySelectorAll('script.scene')].map(s => JSON.parse(s.textContent));
  const stage = at('stage'), state = at('state'), level = at('level');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let viewer, scene, volume, surface, repeats = 1;
  const ground = () => dark.matches ? '#15181b' : '#ffffff';
  const place = s => [0, 1, 2].map(x => s[0] * scene.cell[0][x] + s[1] * scene.cell[1][x] + s[2] * scene.cell[2][x]);
  const point = s => { const [x, y, z] = place(s); return {x, y, z}; };
  const counts = of => of.decoded ??= (() => {
    const bytes = Uint8Array.from(atob(of.counts), c => c.charCodeAt(0));
    return new Uint16Array(bytes.buffer);
  })();

  // ln(1 + count) at voxel centres, one layer more than the cell so that the surface closes over its faces.
  function cube() {
    const [na, nb, nc] = scene.grid, tau = counts(scene), size = [na, nb, nc].map(n => n * repeats + 1);
    const row = v => v.map(x => x.toFixed(6)).join(' ');
    const text = ['track density', 'ln(1 + count)', '0 ' + row(place([.5 / na, .5 / nb, .5 / nc]).map(x => x / BOHR_A))];
    size.forEach((n, axis) => text.push(n + ' ' + row(scene.cell[axis].map(x => x / scene.grid[axis] / BOHR_A))));
    for (let i = 0; i < size[0]; i++) for (let j = 0; j < size[1]; j++) {
      const line = [];
      for (let k = 0; k < size[2]; k++) line.push(Math.log1p(tau[i % na + na * (j % nb + nb * (k % nc))]).toFixed(4));
      text.push(line.join(' '));
    }
    return text.join('\n');
  }

  function cells() {
    const all = [];
    for (let a = 0; a < repeats; a++) for (let b = 0; b < repeats; b++) for (let c = 0; c < repeats; c++) all.push([a, b, c]);
    return all;
  }

  function drawFramework() {
    const atoms = cells().flatMap(n => scene.framework.map(([el, ...s]) => [el, ...place(s.map((x, i) => x + n[i]))]));
    if (atoms.length && at('framework').checked) {
      const model = viewer.addModel(atoms.length + '\nframework\n' + atoms.map(a => a.join(' ')).join('\n'), 'xyz');
      model.setStyle({}, {stick: {radius: .12, colorscheme: 'Jmol'}, sphere: {scale: .2, colorscheme: 'Jmol'}});
    }
  }

  function drawCell() {
    const corners = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1], [1, 1, 1]];
    for (const from of corners) for (let axis = 0; axis < 3; axis++) if (!from[axis]) {
      const to = from.map((x, i) => i === axis ? 1 : x);
      viewer.addLine({start: point(from.map(x => x * repeats)), end: point(to.map(x => x * repeats)), color: '#888888'});
    }
  }

  function drawPath() {
    if (!at('path').checked) return;
    for (const n of cells()) {
      for (let k = 1; k < scene.path.length; k++) {
        const home = scene.path[k - 1].map(Math.floor), inCell = s => point(s.map((x, i) => x - home[i] + n[i]));
        viewer.addCylinder({start: inCell(scene.path[k - 1]), end: inCell(scene.path[k]), radius: .18, color: '#D55E00',
          fromCap: 2, toCap: 2});
      }
    }
    if (scene.bottleneck) {
      const centre = point(scene.bottleneck);
      viewer.addSphere({center: centre, radius: .55, color: '#CC79A7'});
      viewer.addLabel('bottleneck', {position: centre, fontSize: 13, backgroundOpacity: .75});
    }
  }

  const scale = () => Math.log1p(scene.maxCount);
  const count = () => Math.max(1, Math.round(Math.expm1(level.value / 1000 * scale())));

  function drawSurface() {
    if (surface !== undefined) viewer.removeShape(surface);
    // Just below the count itself, so that voxels at the level are inside and the surface connects where the map does.
    surface = viewer.addIsosurface(volume, {isoval: Math.log1p(count()) - 1e-3, color: '#0072B2', opacity: .6, smoothness: 3});
    viewer.render();
    const reached = scene.connects.filter(found => count() <= found).length;
    const text = (count() * scene.perA3PerCount).toPrecision(3) + ' ions per Å³ (' + count() + ' passages a voxel): '
      + (reached ? 'connects in ' + reached + (reached === 1 ? ' direction' : ' directions') : 'does not connect');
    state.textContent = text;
    level.setAttribute('aria-valuetext', text);
  }

  function setCount(value) {
    level.value = Math.floor(Math.log1p(value) / scale() * 1000);
    while (count() > value && level.value > 0) level.value = level.value - 1;
    drawSurface();
  }

  function draw() {
    viewer.clear();
    surface = undefined;
    volume = new $3Dmol.VolumeData(cube(), 'cube');
    drawFramework();
    drawCell();
    drawPath();
    drawSurface();
  }

  function show(index) {
    scene = scenes[index];
    const marks = at('marks');
    marks.replaceChildren(...scene.connects.map((found, k) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'connects ' + (k + 1) + 'D';
      button.addEventListener('click', () => setCount(found));
      return button;
    }));
    at('ticks').replaceChildren(...scene.connects.map((found, k) => {
      const option = document.createElement('option');
      option.value = Math.floor(Math.log1p(found) / scale() * 1000);
      option.label = (k + 1) + 'D';
      return option;
    }));
    const last = scene.connects[scene.connects.length - 1];
    level.value = Math.floor((last ? Math.log1p(last) : .5 * scale()) / scale() * 1000);
    while (last && count() > last && level.value > 0) level.value = level.value - 1;
    draw();
  }

  function turn(degrees, axis) { viewer.rotate(degrees, axis); viewer.render(); }

  function start() {
    const probe = document.createElement('canvas');
    const context = probe.getContext('webgl2') || probe.getContext('webgl');
    if (!context) {
      state.textContent = 'This browser shows no WebGL: see the projections below, or open the density file in VESTA.';
      return;
    }
    context.getExtension('WEBGL_lose_context')?.loseContext();
    viewer = $3Dmol.createViewer(stage, {backgroundColor: ground()});
    stage.querySelector('canvas').setAttribute('aria-hidden', 'true');
    show(at('run') ? at('run').value : 0);
    viewer.zoomTo();
    turn(20, 'x'); turn(-25, 'y');
    at('run')?.addEventListener('change', event => show(event.target.value));
    level.addEventListener('input', drawSurface);
    at('cells').addEventListener('change', event => { repeats = +event.target.value; draw(); viewer.zoomTo(); });
    for (const id of ['framework', 'path']) at(id).addEventListener('change', draw);
    const turns = {left: [-15, 'y'], right: [15, 'y'], up: [-15, 'x'], down: [15, 'x']};
    for (const [id, [degrees, axis]] of Object.entries(turns)) at(id).addEventListener('click', () => turn(degrees, axis));
    stage.addEventListener('keydown', event => {
      const found = turns[event.key.replace('Arrow', '').toLowerCase()];
      if (found) { event.preventDefault(); turn(...found); }
    });
    at('save').addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = viewer.pngURI();
      link.download = 'pathway.png';
      link.click();
    });
    dark.addEventListener('change', () => { viewer.setBackgroundColor(ground()); viewer.render(); });
    stage.dataset.ready = 'true';
  }
  setTimeout(start);
})();
