# The sample business.
# What its workspace is called; Fjordlight is an invented company.
sample-name = Fjordlight (exempel)
