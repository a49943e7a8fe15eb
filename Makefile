# make run      builds, reads SampleData and publishes to Reports/out/sample and Reports/out/sample-maps
# make charts   installs what draws the charts of industry maps into .venv
# make test     builds, lints, checks imports and tests
# make install  PREFIX=/usr/local: a copy that needs neither this folder nor .build
# make golden   rewrites the golden files of Reports/Sample and of the tests
# make soak     reads every sample cut at every byte (files up to 64 KB) or at thousands of places, and
#               compares 60 simulated nights with faults with full rebuilds
# make fuzz     coverage-guided fuzzing, each reader FUZZ_SECONDS long (default 20)
# make bench    measures speed and memory against peers on the same bytes

PREFIX ?= /usr/local
SWIFT ?= $(shell command -v swift || echo /opt/swift/usr/bin/swift)
# The package's own tests build in debug; what an analyst runs is optimised.
RELEASE = $(SWIFT) build -c release --product ipatlas

# Debian packages that must be there, each with a file that proves it.
PACKAGES = libxml2-dev:/usr/include/libxml2/libxml/parser.h \
           zlib1g-dev:/usr/include/zlib.h \
           libsqlite3-dev:/usr/include/sqlite3.h \
           libxlsxwriter-dev:/usr/include/xlsxwriter.h
# What draws charts: Python's venv, and the one family that charts are set in.
CHARTS = python3-venv:/usr/share/doc/python3-venv \
         fonts-noto-cjk:/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

# What opens pages as a reader does.
BROWSER = chromium:/usr/bin/chromium

.PHONY: charts run build test lint install golden bench soak fuzz deps clean

run: build charts
	.build/release/ipatlas run Pipelines/sample.yml || test $$? -eq 1
	.build/release/ipatlas run Pipelines/sample-maps.yml || test $$? -eq 1
	@echo "Open Reports/out/sample/latest/index.html; the other files lie beside it."

build: deps
	$(RELEASE)

# The stamp is written last: an installation that broke off is made again.
charts: .venv/requirements.txt

.venv/requirements.txt: Sources/Pipelines/Charts/requirements.txt
	@$(call install,$(CHARTS))
	rm -rf .venv
	python3 -m venv .venv
	.venv/bin/pip install --quiet --require-hashes -r $<
	cp $< $@

test: deps charts lint
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build
	Tests/install.sh "$(SWIFT)"
	@$(call install,$(BROWSER))
	.build/release/ipatlas run Pipelines/sample-maps.yml || test $$? -eq 1
	Tests/pages.sh Reports/out/sample-maps/latest
	Tests/soak.sh "$(SWIFT)"

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/ipatlas/Pipelines"
	rm -rf "$(DESTDIR)$(PREFIX)/share/ipatlas/doc"
	cp -R Sources/Pipelines/Documentation.docc "$(DESTDIR)$(PREFIX)/share/ipatlas/doc"
	install -m 755 .build/release/ipatlas "$(DESTDIR)$(PREFIX)/bin/ipatlas"
	rm -rf "$(DESTDIR)$(PREFIX)/share/ipatlas/Tables"
	cp -R Sources/ReferenceTables/Tables "$(DESTDIR)$(PREFIX)/share/ipatlas/Tables"
	cp -R Pipelines/keywords Pipelines/industries Pipelines/nightly.yml "$(DESTDIR)$(PREFIX)/share/ipatlas/Pipelines/"
	rm -rf "$(DESTDIR)$(PREFIX)/share/ipatlas/charts"
	cp -R Sources/Pipelines/Charts "$(DESTDIR)$(PREFIX)/share/ipatlas/charts"
	rm -f "$(DESTDIR)$(PREFIX)/share/ipatlas/charts/"*.swift

golden: build
	Tests/golden.sh

soak: deps
	Tests/soak.sh "$(SWIFT)" --every-byte

FUZZ_SECONDS ?= 20
fuzz: deps
	Tests/fuzz.sh "$(SWIFT)" $(FUZZ_SECONDS)

bench: build
	Tests/Benchmarks/run.sh

# Installs the Debian packages of a list of package:file whose file is missing.
define install
missing=""; for pair in $(1); do \
  test -e "$${pair#*:}" || missing="$$missing $${pair%%:*}"; done; \
if [ -n "$$missing" ]; then \
  echo "installing$$missing"; \
  sudo=""; [ "$$(id -u)" -eq 0 ] || sudo=sudo; \
  $$sudo apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
fi
endef

deps:
	@$(call install,$(PACKAGES))

clean:
	rm -rf .build .venv .ipatlas Reports/out
